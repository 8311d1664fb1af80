/** The faults of what a citizen can do without: lights, sensors, the power supply. Part of the one table of faults. */
import type { FaultEntry } from './faults.table.ts';

export const CABINET_FAULTS = {
  'lights.silent': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '指示灯没有亮', en: 'The guide lights are off' },
    nextStep: {
      'zh-CN': '不影响办理，请按屏幕提示操作。',
      en: 'This does not matter: please follow the screen.',
    },
    technician: {
      'zh-CN': '检查灯控板的电源、485 线和站号。',
      en: 'Check power, RS-485 line and unit address of the light board.',
    },
  },
  'lights.broken': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '指示灯有故障', en: 'The guide lights are out of order' },
    nextStep: {
      'zh-CN': '不影响办理，请按屏幕提示操作。',
      en: 'This does not matter: please follow the screen.',
    },
    technician: {
      'zh-CN': '灯控板有应答但不接受：核对 kiosk.yaml 里的站号、线圈和寄存器地址，查看线路记录。',
      en: 'The light board answers but refuses: compare unit, coils and registers with kiosk.yaml; look at the trace.',
    },
  },
  'auxiliaries.silent': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '机内传感器没有回应', en: 'A sensor inside the machine does not answer' },
    nextStep: {
      'zh-CN': '不影响办理。',
      en: 'This does not matter for you.',
    },
    technician: {
      'zh-CN': '检查传感器板或电源的串口线和站号，然后运行自检。',
      en: 'Check cable and unit address of the sensor board or the power supply, then run its self-test.',
    },
  },
  'auxiliaries.broken': {
    clearedBy: 'technician',
    citizen: {
      'zh-CN': '机内电源或传感器有故障',
      en: 'The power supply or a sensor inside the machine is out of order',
    },
    nextStep: {
      'zh-CN': '不影响办理。',
      en: 'This does not matter for you.',
    },
    technician: {
      'zh-CN': '查看设备状态和线路记录：备用电源报故障时检查电池和负载，传感器板报错时核对 kiosk.yaml 里的点位。',
      en: 'Look at its status and the trace: check battery and load of a supply that says it failed, and the points in kiosk.yaml of a sensor board that refuses.',
    },
  },
} as const satisfies Record<string, FaultEntry>;
