/** Every fault: who clears it, what the citizen reads, what the technician does. Codes are never reused. */
import { z } from 'zod';
import { CABINET_FAULTS } from './cabinet-faults.table.ts';
import { CHIP_FAULTS } from './chip-faults.table.ts';
import { CAMERA_FAULTS } from './camera-faults.table.ts';
import type { LocalText } from './language.ts';
import { PAGE_FAULTS } from './page-faults.table.ts';

export interface FaultEntry {
  readonly clearedBy: 'itself' | 'citizen' | 'technician' | 'manager';
  /** What happened, in the citizen's words. */
  readonly citizen: LocalText;
  /** What the citizen can do next. */
  readonly nextStep: LocalText;
  /** What the technician does about it. */
  readonly technician: LocalText;
}

export const FAULTS = {
  'card.absent': {
    clearedBy: 'citizen',
    citizen: { 'zh-CN': '没有检测到身份证', en: 'No ID card was found' },
    nextStep: {
      'zh-CN': '请把身份证平放在读卡区，再按“重试”。',
      en: 'Please lay your ID card flat on the reader, then press “Try again”.',
    },
    technician: { 'zh-CN': '无需处理。', en: 'Nothing to do.' },
  },
  'card.lifted': {
    clearedBy: 'citizen',
    citizen: { 'zh-CN': '身份证拿起得太早', en: 'The card was lifted too early' },
    nextStep: {
      'zh-CN': '请重新放好身份证，再按“重试”，读完前不要移动。',
      en: 'Please put the card back, press “Try again”, and leave it still until it has been read.',
    },
    technician: { 'zh-CN': '无需处理。', en: 'Nothing to do.' },
  },
  'card.unreadable': {
    clearedBy: 'citizen',
    citizen: { 'zh-CN': '这张证件读不出来', en: 'This card could not be read' },
    nextStep: {
      'zh-CN': '请换个位置放好，再按“重试”。还是读不出，可在白天到窗口办理。',
      en: 'Please lay it in another position and press “Try again”. If it still fails, a counter can help you in the daytime.',
    },
    technician: {
      'zh-CN': '若多张证件都读不出：清洁读卡面，运行读卡器自检。',
      en: "If many cards fail: clean the reader's surface and run its self-test.",
    },
  },
  'card.expired': {
    clearedBy: 'citizen',
    citizen: { 'zh-CN': '这张证件已过有效期', en: 'This card is no longer valid' },
    nextStep: {
      'zh-CN': '请换有效的证件，再按“重试”；也可以先换领新证再来。',
      en: 'Please use a valid card and press “Try again”, or come back with a new card.',
    },
    technician: { 'zh-CN': '无需处理。', en: 'Nothing to do.' },
  },
  'card.samePerson': {
    clearedBy: 'citizen',
    citizen: { 'zh-CN': '这还是刚才那个人的证件', en: 'This is the card of the same person as before' },
    nextStep: {
      'zh-CN': '请换另一个人的身份证，再按“重试”。',
      en: 'Please use the other person’s card and press “Try again”.',
    },
    technician: { 'zh-CN': '无需处理。', en: 'Nothing to do.' },
  },
  'card.readerTrouble': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '读卡器没有回应', en: 'The card reader does not answer' },
    nextStep: {
      'zh-CN': '请稍等再按“重试”；也可以离开，您还没有提交任何内容。',
      en: 'Please wait a moment and press “Try again”, or leave: nothing has been submitted yet.',
    },
    technician: {
      'zh-CN': '检查读卡器电源、串口线和波特率，然后运行自检。',
      en: "Check the reader's power, its serial cable and the baud rate, then run its self-test.",
    },
  },
  'printer.paperOut': {
    clearedBy: 'manager',
    citizen: { 'zh-CN': '打印机没有纸了', en: 'The printer is out of paper' },
    nextStep: {
      'zh-CN': '您的申请已经提交。请用手机拍下屏幕上的办件编号。',
      en: 'Your application has been submitted. Please take a picture of the case number on the screen.',
    },
    technician: {
      'zh-CN': '更换纸卷，合上上盖，打印测试页。',
      en: 'Change the roll, close the cover, print a test page.',
    },
  },
  'printer.coverOpen': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '打印机的盖子没有合上', en: "The printer's cover is open" },
    nextStep: {
      'zh-CN': '您的申请已经提交。请用手机拍下屏幕上的办件编号。',
      en: 'Your application has been submitted. Please take a picture of the case number on the screen.',
    },
    technician: { 'zh-CN': '合上打印机上盖。', en: "Close the printer's cover." },
  },
  'printer.jammed': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '打印机卡住了', en: 'The printer is jammed' },
    nextStep: {
      'zh-CN': '您的申请已经提交。请用手机拍下屏幕上的办件编号。',
      en: 'Your application has been submitted. Please take a picture of the case number on the screen.',
    },
    technician: {
      'zh-CN': '关掉打印机电源，取出卡纸，检查切刀后重新开机。',
      en: 'Switch the printer off, take out the paper, check the cutter, switch it on again.',
    },
  },
  'printer.silent': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '打印机没有回应', en: 'The printer does not answer' },
    nextStep: {
      'zh-CN': '您的申请已经提交。请用手机拍下屏幕上的办件编号。',
      en: 'Your application has been submitted. Please take a picture of the case number on the screen.',
    },
    technician: {
      'zh-CN': '检查打印机电源、串口线和波特率，然后运行自检。',
      en: "Check the printer's power, its serial cable and the baud rate, then run its self-test.",
    },
  },
  'printer.unconfirmed': {
    clearedBy: 'citizen',
    citizen: { 'zh-CN': '不能确认凭条是否打印完整', en: 'We cannot tell whether the receipt is complete' },
    nextStep: {
      'zh-CN': '请看出纸口。没有凭条时，请拍下屏幕上的办件编号，它同样有效。',
      en: 'Please look at the paper slot. If nothing came out, take a picture of the case number on the screen: it is just as good.',
    },
    technician: {
      'zh-CN': '查看打印机纸张和线缆；凭条不会自动重打。',
      en: "Check the printer's paper and cable; a receipt is never repeated by itself.",
    },
  },
  'scan.absent': {
    clearedBy: 'citizen',
    citizen: { 'zh-CN': '没有扫到码', en: 'No code was read' },
    nextStep: {
      'zh-CN': '请按“重试”，把码正对扫码窗口，离开一掌远；也可以改用手工输入。',
      en: 'Please press “Try again” and hold the code before the window, a hand’s width away; or type it in instead.',
    },
    technician: { 'zh-CN': '无需处理。', en: 'Nothing to do.' },
  },
  'scan.unreadable': {
    clearedBy: 'citizen',
    citizen: { 'zh-CN': '这个码读不出来', en: 'This code could not be read' },
    nextStep: {
      'zh-CN': '请把手机屏幕调亮、把纸展平，再按“重试”；也可以改用手工输入。',
      en: 'Please turn the phone’s screen up or flatten the paper, then press “Try again”; or type it in instead.',
    },
    technician: {
      'zh-CN': '若每个码都读不出：核对 kiosk.yaml 里的波特率、前后缀和 AIM 设置，查看线路记录。',
      en: 'If every code fails: compare baud rate, prefix, suffix and AIM ids with kiosk.yaml and look at the trace of the wire.',
    },
  },
  'scanner.silent': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '扫码器没有回应', en: 'The code scanner does not answer' },
    nextStep: {
      'zh-CN': '请稍等再按“重试”，或改用手工输入。',
      en: 'Please wait a moment and press “Try again”, or type it in instead.',
    },
    technician: {
      'zh-CN': '检查扫码器的线和 kiosk.yaml 里的前后缀设置，然后运行自检。',
      en: 'Check the scanner’s cable and its prefix and suffix in kiosk.yaml, then run its self-test.',
    },
  },
  'cash.silent': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '收款设备没有回应', en: 'The cash device does not answer' },
    nextStep: {
      'zh-CN': '请改用扫码支付；已放入的钱都有记录。',
      en: 'Please pay by code instead; whatever was put in is on record.',
    },
    technician: {
      'zh-CN': '检查纸币器、硬币器的电源和串口线，先运行自检，不要直接清空钱箱。',
      en: 'Check power and cable of the note or coin acceptor and run its self-test before anyone empties the box.',
    },
  },
  'cash.absent': {
    clearedBy: 'citizen',
    citizen: { 'zh-CN': '没有放入现金', en: 'No money was put in' },
    nextStep: {
      'zh-CN': '请把纸币展平后放入，或改用扫码支付。',
      en: 'Please put in a flat note, or pay by code instead.',
    },
    technician: {
      'zh-CN': '无需处理。',
      en: 'Nothing to do.',
    },
  },
  'cash.refused': {
    clearedBy: 'citizen',
    citizen: { 'zh-CN': '这张钱没有被接受', en: 'This note or coin was not accepted' },
    nextStep: {
      'zh-CN': '请取回，展平后再放一次，或换一张。',
      en: 'Please take it back, smooth it and try again, or use another one.',
    },
    technician: {
      'zh-CN': '若多张都被退回：清洁识别器，检查启用的面额。',
      en: 'If many are refused: clean the sensors and check which denominations are enabled.',
    },
  },
  'cash.jammed': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '收款口卡住了', en: 'The cash slot is jammed' },
    nextStep: {
      'zh-CN': '请不要再放钱，改用扫码支付；已放入的钱都有记录。',
      en: 'Please put in no more money and pay by code; whatever was put in is on record.',
    },
    technician: {
      'zh-CN': '先运行自检并记下钱箱计数，再开箱取出卡住的钱。',
      en: 'Run the self-test and note the counters first, then open it and take out what is stuck.',
    },
  },
  'cash.boxFull': {
    clearedBy: 'manager',
    citizen: { 'zh-CN': '钱箱满了', en: 'The cash box is full' },
    nextStep: {
      'zh-CN': '请改用扫码支付。',
      en: 'Please pay by code instead.',
    },
    technician: {
      'zh-CN': '由两人清点并更换钱箱。',
      en: 'Two people count and change the cash box.',
    },
  },
  'cash.boxRemoved': {
    clearedBy: 'manager',
    citizen: { 'zh-CN': '钱箱没有装好', en: 'The cash box is not in place' },
    nextStep: {
      'zh-CN': '请改用扫码支付。',
      en: 'Please pay by code instead.',
    },
    technician: {
      'zh-CN': '装好钱箱并上锁，然后运行自检。',
      en: 'Put the cash box in and lock it, then run the self-test.',
    },
  },
  'cash.broken': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '收款设备有故障', en: 'The cash device is out of order' },
    nextStep: {
      'zh-CN': '请改用扫码支付；已放入的钱都有记录。',
      en: 'Please pay by code; whatever was put in is on record.',
    },
    technician: {
      'zh-CN': '查看设备代码，清洁并重新通电；仍有故障则更换。',
      en: 'Look up the device’s code, clean it and switch it off and on; replace it if that does not help.',
    },
  },
  ...CABINET_FAULTS,
  ...CHIP_FAULTS,
  ...CAMERA_FAULTS,
  ...PAGE_FAULTS,
  'device.lost': {
    clearedBy: 'itself',
    citizen: { 'zh-CN': '设备暂时断开', en: 'A device has lost its connection' },
    nextStep: { 'zh-CN': '请稍等再按“重试”。', en: 'Please wait a moment, then press “Try again”.' },
    technician: {
      'zh-CN': '检查线缆是否松动；设备接好后会自动恢复。',
      en: 'Look for a loose cable; the device comes back by itself once connected.',
    },
  },
  'device.missing': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '需要的设备没有接好', en: 'A device that is needed is not connected' },
    nextStep: {
      'zh-CN': '请稍后再试，或到附近的服务点办理。',
      en: 'Please try later, or go to a service point nearby.',
    },
    technician: {
      'zh-CN': '按 kiosk.yaml 检查设备路径和权限（用户须在 dialout 组）。',
      en: "Check the device's path in kiosk.yaml and its permissions (the user must be in the group dialout).",
    },
  },
  'device.busy': {
    clearedBy: 'itself',
    citizen: { 'zh-CN': '设备正忙', en: 'The device is busy' },
    nextStep: { 'zh-CN': '请稍等再按“重试”。', en: 'Please wait a moment, then press “Try again”.' },
    technician: {
      'zh-CN': '无需处理；若持续，请重启自助机。',
      en: 'Nothing to do; if it stays so, restart the kiosk.',
    },
  },
  'device.canceled': {
    clearedBy: 'itself',
    citizen: { 'zh-CN': '操作已取消', en: 'The action was cancelled' },
    nextStep: { 'zh-CN': '请按“重试”再来一次。', en: 'Please press “Try again”.' },
    technician: { 'zh-CN': '无需处理。', en: 'Nothing to do.' },
  },
  'device.protocol': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '设备工作不正常', en: 'The device is not working properly' },
    nextStep: { 'zh-CN': '请按“重试”，或稍后再来。', en: 'Please press “Try again”, or come back later.' },
    technician: {
      'zh-CN': '核对 kiosk.yaml 里的型号和波特率；查看线路记录。',
      en: 'Compare model and baud rate with kiosk.yaml; look at the trace of the wire.',
    },
  },
  'device.notHeld': {
    clearedBy: 'itself',
    citizen: { 'zh-CN': '设备没有为您准备好', en: 'The device was not ready for you' },
    nextStep: { 'zh-CN': '请按“重试”。', en: 'Please press “Try again”.' },
    technician: {
      'zh-CN': '程序错误，请把日志交给开发人员。',
      en: 'A programming error; give the log to the developers.',
    },
  },
  'hub.away': {
    clearedBy: 'itself',
    citizen: { 'zh-CN': '网络暂时不通', en: 'The line is down at the moment' },
    nextStep: {
      'zh-CN': '请稍等再按“重试”；也可以打电话询问，有办件编号的请报编号。',
      en: 'Please wait a moment and press “Try again”, or ask by telephone; have your case number ready if you have one.',
    },
    technician: {
      'zh-CN': '检查网线和 kiosk.yaml 里的汇聚平台地址；运行 yeban doctor。',
      en: "Check the network cable and the hub's address in kiosk.yaml; run yeban doctor.",
    },
  },
  'hub.refused': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '暂时查不到', en: "This can't be looked up at the moment" },
    nextStep: {
      'zh-CN': '请稍后再来，或打电话询问，有办件编号的请报编号。',
      en: 'Please come back later, or ask by telephone; have your case number ready if you have one.',
    },
    technician: {
      'zh-CN': '汇聚平台有回应但不给数据：运行 yeban doctor，查看本机是否已登记。',
      en: 'The hub answers but gives no data: run yeban doctor and see whether this kiosk is enrolled.',
    },
  },
  'store.full': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '本机存储空间已满', en: "This machine's memory is full" },
    nextStep: {
      'zh-CN': '已提交的申请都已保存。请到附近的服务点办理。',
      en: 'What was submitted here is safe. Please go to a service point nearby.',
    },
    technician: {
      'zh-CN': '清理磁盘；腾出空间后自助机会自行恢复。',
      en: 'Make room on the disk; the kiosk comes back by itself.',
    },
  },
  'clock.wrong': {
    clearedBy: 'technician',
    citizen: { 'zh-CN': '本机日期不准', en: 'The date of this machine is wrong' },
    nextStep: {
      'zh-CN': '已提交的申请不受影响。请到附近的服务点办理。',
      en: 'What was submitted here is not affected. Please go to a service point nearby.',
    },
    technician: {
      'zh-CN': '校准时间：timedatectl set-ntp true；连上汇聚平台后自助机也会自行恢复。',
      en: 'Set the time: timedatectl set-ntp true. Once the hub can be reached, the kiosk comes back by itself too.',
    },
  },
  'release.refused': {
    clearedBy: 'manager',
    citizen: { 'zh-CN': '本机暂停服务', en: 'This machine is out of service' },
    nextStep: { 'zh-CN': '请到附近的服务点办理。', en: 'Please go to a service point nearby.' },
    technician: {
      'zh-CN': '没有可用的内容版本：请由管理员重新发布并签名。',
      en: 'There is no usable release: a manager has to publish and sign one again.',
    },
  },
  'flow.fault': {
    clearedBy: 'manager',
    citizen: { 'zh-CN': '这项服务出了问题', en: 'Something is wrong with this service' },
    nextStep: {
      'zh-CN': '您还没有提交任何内容。请选择其他服务或稍后再来。',
      en: 'Nothing has been submitted. Please choose another service or come back later.',
    },
    technician: {
      'zh-CN': '流程数据有误：查看日志中的规则和步骤，回退内容版本。',
      en: "The flow's data is wrong: find the rule and the step in the log, and roll the release back.",
    },
  },
} as const satisfies Record<string, FaultEntry>;

export type FaultCode = keyof typeof FAULTS;
export const FaultCode = z.enum(Object.keys(FAULTS) as [FaultCode, ...FaultCode[]]);
