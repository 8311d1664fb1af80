/** What stands on a device's status board, in words: its states, the names of its values, and the values. */
import type { LocalText } from '../language.ts';
import type { DeviceState } from './status.ts';

export const STATE_WORDS: Readonly<Record<DeviceState, LocalText>> = {
  online: { 'zh-CN': '正常', en: 'online' },
  offline: { 'zh-CN': '离线', en: 'offline' },
  powerOff: { 'zh-CN': '断电', en: 'power off' },
  noDevice: { 'zh-CN': '未连接', en: 'not connected' },
  hardwareError: { 'zh-CN': '硬件故障', en: 'hardware error' },
  userError: { 'zh-CN': '等待人工处理', en: 'waits for a hand' },
  deviceBusy: { 'zh-CN': '忙', en: 'busy' },
  starting: { 'zh-CN': '启动中', en: 'starting' },
  unknown: { 'zh-CN': '未知', en: 'unknown' },
};

const VALUE_NAMES: Readonly<Record<string, LocalText>> = {
  paper: { 'zh-CN': '纸张', en: 'paper' },
  cover: { 'zh-CN': '上盖', en: 'cover' },
  cutter: { 'zh-CN': '切刀', en: 'cutter' },
  mechanism: { 'zh-CN': '机芯', en: 'mechanism' },
  toner: { 'zh-CN': '墨粉', en: 'toner' },
  module: { 'zh-CN': '读卡模块', en: 'module' },
  card: { 'zh-CN': '卡', en: 'card' },
  service: { 'zh-CN': '投入使用', en: 'service' },
  acceptor: { 'zh-CN': '收款机构', en: 'acceptor' },
  cashBox: { 'zh-CN': '钱箱', en: 'cash box' },
  escrow: { 'zh-CN': '暂存位', en: 'escrow' },
  door: { 'zh-CN': '柜门', en: 'door' },
  presence: { 'zh-CN': '有人', en: 'presence' },
  mains: { 'zh-CN': '市电', en: 'mains' },
  battery: { 'zh-CN': '电池', en: 'battery' },
  batteryPercent: { 'zh-CN': '电量', en: 'battery charge' },
  load: { 'zh-CN': '负载', en: 'load' },
  temperature: { 'zh-CN': '温度', en: 'temperature' },
  ups: { 'zh-CN': '备用电源', en: 'power supply' },
};

const VALUE_WORDS: Readonly<Record<string, LocalText>> = {
  ok: { 'zh-CN': '正常', en: 'ok' },
  nearEnd: { 'zh-CN': '将尽', en: 'near its end' },
  low: { 'zh-CN': '偏低', en: 'low' },
  out: { 'zh-CN': '用完', en: 'out' },
  unknown: { 'zh-CN': '未知', en: 'unknown' },
  open: { 'zh-CN': '打开', en: 'open' },
  closed: { 'zh-CN': '关闭', en: 'closed' },
  jammed: { 'zh-CN': '卡住', en: 'jammed' },
  failed: { 'zh-CN': '故障', en: 'failed' },
  waiting: { 'zh-CN': '等待', en: 'waiting' },
  recoverable: { 'zh-CN': '可恢复', en: 'recoverable' },
  present: { 'zh-CN': '有', en: 'present' },
  notPresent: { 'zh-CN': '无', en: 'not present' },
  full: { 'zh-CN': '已满', en: 'full' },
  removed: { 'zh-CN': '已取出', en: 'removed' },
};
const SERVICE_WORDS: Readonly<Record<string, LocalText>> = {
  in: { 'zh-CN': '使用中', en: 'in service' },
  out: { 'zh-CN': '停用', en: 'out of service' },
};

export function valueName(name: string): LocalText {
  return VALUE_NAMES[name] ?? same(name);
}

/** A model's own words, for example a percentage, stay as they are. */
export function valueWords(name: string, value: string): LocalText {
  return (name === 'service' ? SERVICE_WORDS[value] : VALUE_WORDS[value]) ?? same(value);
}

function same(text: string): LocalText {
  return { 'zh-CN': text, en: text };
}
