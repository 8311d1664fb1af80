/** What stands on a device's status board, in words, for the panel, the history and the terminal alike. */
import type { LocalText } from '../language.ts';
import type { DeviceState, StatusValue } from './status.ts';

type Words = Readonly<Record<string, LocalText>>;

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

export const SOURCE_WORDS: Readonly<Record<StatusValue['source'], LocalText>> = {
  polled: { 'zh-CN': '设备回答的', en: 'the device answered' },
  unsolicited: { 'zh-CN': '设备自己报的', en: 'the device said so by itself' },
  inferred: { 'zh-CN': '推断的', en: 'concluded' },
  never: { 'zh-CN': '尚未取得', en: 'not learnt yet' },
};

const VALUE_NAMES: Words = {
  acceptor: { 'zh-CN': '收款机构', en: 'acceptor' },
  battery: { 'zh-CN': '电池', en: 'battery' },
  batteryPercent: { 'zh-CN': '电量', en: 'battery charge' },
  batteryVolts: { 'zh-CN': '电池电压', en: 'battery voltage' },
  card: { 'zh-CN': '卡', en: 'card' },
  cashBox: { 'zh-CN': '钱箱', en: 'cash box' },
  cover: { 'zh-CN': '上盖', en: 'cover' },
  cutter: { 'zh-CN': '切刀', en: 'cutter' },
  door: { 'zh-CN': '柜门', en: 'door' },
  escrow: { 'zh-CN': '暂存位', en: 'escrow' },
  load: { 'zh-CN': '负载', en: 'load' },
  mains: { 'zh-CN': '市电', en: 'mains' },
  mechanism: { 'zh-CN': '机芯', en: 'mechanism' },
  model: { 'zh-CN': '型号', en: 'model' },
  module: { 'zh-CN': '读卡模块', en: 'reading module' },
  paper: { 'zh-CN': '纸张', en: 'paper' },
  picture: { 'zh-CN': '画面', en: 'picture' },
  presence: { 'zh-CN': '有人', en: 'somebody there' },
  ratedVolts: { 'zh-CN': '额定电压', en: 'rated voltage' },
  recipes: { 'zh-CN': '读卡方法', en: 'card recipes' },
  scanner: { 'zh-CN': '扫码器', en: 'scanner' },
  service: { 'zh-CN': '使用状态', en: 'service' },
  temperature: { 'zh-CN': '温度', en: 'temperature' },
  toner: { 'zh-CN': '墨粉', en: 'toner' },
  tonerPercent: { 'zh-CN': '墨粉余量', en: 'toner left' },
  ups: { 'zh-CN': '备用电源', en: 'power supply' },
};

const VALUE_WORDS: Words = {
  black: { 'zh-CN': '全黑', en: 'black' },
  bypassed: { 'zh-CN': '旁路', en: 'bypassed' },
  closed: { 'zh-CN': '关闭', en: 'closed' },
  connected: { 'zh-CN': '已连接', en: 'connected' },
  empty: { 'zh-CN': '空', en: 'empty' },
  expected: { 'zh-CN': '与配置一致', en: 'as configured' },
  failed: { 'zh-CN': '故障', en: 'failed' },
  frozen: { 'zh-CN': '静止不动', en: 'frozen' },
  full: { 'zh-CN': '已满', en: 'full' },
  heard: { 'zh-CN': '收到过数据', en: 'heard' },
  jammed: { 'zh-CN': '卡住', en: 'jammed' },
  low: { 'zh-CN': '偏低', en: 'low' },
  nearEnd: { 'zh-CN': '将尽', en: 'near its end' },
  notPresent: { 'zh-CN': '无', en: 'not present' },
  occupied: { 'zh-CN': '有钱', en: 'holds money' },
  ok: { 'zh-CN': '正常', en: 'ok' },
  open: { 'zh-CN': '打开', en: 'open' },
  other: { 'zh-CN': '与配置不一致', en: 'not as configured' },
  out: { 'zh-CN': '用完', en: 'out' },
  present: { 'zh-CN': '有', en: 'present' },
  recoverable: { 'zh-CN': '出错，可恢复', en: 'error, recoverable' },
  removed: { 'zh-CN': '已取出', en: 'removed' },
  shuttingDown: { 'zh-CN': '正在关机', en: 'shutting down' },
  unknown: { 'zh-CN': '未知', en: 'unknown' },
  unverified: { 'zh-CN': '未与真卡核对', en: 'not compared with a real card' },
  verified: { 'zh-CN': '已与真卡核对', en: 'compared with a real card' },
  waiting: { 'zh-CN': '等待恢复', en: 'waiting' },
};
/** What is out of service is not used up. */
const SERVICE_WORDS: Words = {
  in: { 'zh-CN': '使用中', en: 'in service' },
  out: { 'zh-CN': '停用', en: 'out of service' },
};

const UNITS: Readonly<Record<string, string>> = {
  ...{ batteryPercent: '%', load: '%', tonerPercent: '%' },
  ...{ batteryVolts: 'V', ratedVolts: 'V', temperature: '°C' },
};

/** A name that a new driver brings is shown as it is. */
export function valueName(name: string): LocalText {
  return VALUE_NAMES[name] ?? same(name);
}

/** A model's own words stay as they are, a number gets its unit. */
export function valueWords(name: string, value: string): LocalText {
  const unit = UNITS[name];
  const known = name === 'service' ? SERVICE_WORDS[value] : VALUE_WORDS[value];
  return known ?? same(unit === undefined ? value : `${value} ${unit}`);
}

function same(text: string): LocalText {
  return { 'zh-CN': text, en: text };
}
