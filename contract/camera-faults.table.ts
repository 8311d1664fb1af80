/** The faults of the document camera. Part of the one table of faults. */
import type { FaultEntry } from './faults.table.ts';

export const CAMERA_FAULTS = {
  'camera.absent': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '高拍仪没有回应', en: 'The document camera does not answer' },
    nextStep: {
      'zh-CN': '请稍等再按“重试”；允许以后补交的材料可先不拍。',
      en: 'Please wait a moment and press “Try again”. What may be brought later need not be photographed now.',
    },
    technician: {
      'zh-CN': '检查高拍仪的 USB 线和供电，以及 kiosk.yaml 里 uvc: 后面的名称；再确认没有别的程序占用它。',
      en: 'Check the camera’s USB cable and power, and the name after uvc: in kiosk.yaml; make sure no other program uses it.',
    },
  },
  'camera.other': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '高拍仪没有接对', en: 'Another camera is plugged in' },
    nextStep: {
      'zh-CN': '这台机器现在拍不了材料；允许以后补交的材料可先不拍。',
      en: 'This machine can’t photograph papers now. What may be brought later need not be photographed.',
    },
    technician: {
      'zh-CN': '接着的摄像头不是 kiosk.yaml 里写的那台：核对 uvc: 后面的名称，或换回原来的高拍仪。',
      en: 'The camera plugged in is not the one in kiosk.yaml: compare the name after uvc:, or put the right camera back.',
    },
  },
  'camera.black': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '高拍仪的画面是黑的', en: 'The camera’s picture is black' },
    nextStep: {
      'zh-CN': '请看看镜头有没有被挡住，再按“重试”。',
      en: 'Please look whether something covers the lens, then press “Try again”.',
    },
    technician: {
      'zh-CN': '镜头被遮住、补光灯不亮或摄像头坏了：取下镜头盖，检查灯，再换一台试。',
      en: 'Lens covered, lamp off, or camera broken: take off the cap, check the lamp, then try another camera.',
    },
  },
  'camera.frozen': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '高拍仪的画面不动了', en: 'The camera’s picture stands still' },
    nextStep: {
      'zh-CN': '请按“重试”；还是不动的话，允许以后补交的材料可先不拍。',
      en: 'Please press “Try again”. If it stays, what may be brought later need not be photographed.',
    },
    technician: {
      'zh-CN': '摄像头连着但不再送新画面：重新插拔它的 USB 线；常这样的话，换一根线或一个接口。',
      en: 'The camera is there but sends no new pictures: replug its USB cable; if it happens often, change cable or port.',
    },
  },
} as const satisfies Record<string, FaultEntry>;
