/** Every fault: who clears it, what the citizen reads, what the technician does. Codes are never reused. */
import { z } from 'zod';
import { DEVICE_FAULTS } from './devices/faults.table.ts';
import type { FaultEntry } from './fault-entry.ts';

export type { FaultEntry } from './fault-entry.ts';

export const FAULTS = {
  ...DEVICE_FAULTS,
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
  'hub.away': {
    clearedBy: 'itself',
    citizen: { 'zh-CN': '网络暂时不通', en: 'The line is down at the moment' },
    nextStep: {
      'zh-CN': '请稍等再按“重试”；也可以凭办件编号打电话询问。',
      en: 'Please wait a moment and press “Try again”, or ask by telephone with your case number.',
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
      'zh-CN': '请稍后再来，或凭办件编号打电话询问。',
      en: 'Please come back later, or ask by telephone with your case number.',
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
