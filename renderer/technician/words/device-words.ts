/** What states, values and their sources are called on the panel; a word that a new driver brings is shown as it is. */
import type { DeviceState, StatusValue } from '#contract/devices/status.ts';
import type { Language, LocalText } from '#contract/language.ts';

type Words = Readonly<Record<string, LocalText>>;

export const STATES: Readonly<Record<DeviceState, LocalText>> = {
  online: { 'zh-CN': '正常', en: 'Works' },
  offline: { 'zh-CN': '不能工作', en: 'Off line' },
  powerOff: { 'zh-CN': '没有通电', en: 'No power' },
  noDevice: { 'zh-CN': '找不到设备', en: 'Not found' },
  hardwareError: { 'zh-CN': '硬件故障', en: 'Hardware error' },
  userError: { 'zh-CN': '操作有误', en: 'Used wrongly' },
  deviceBusy: { 'zh-CN': '正在工作', en: 'At work' },
  starting: { 'zh-CN': '正在启动', en: 'Starting' },
  unknown: { 'zh-CN': '没有回应', en: 'Silent' },
};

const NAMES: Words = {
  acceptor: { 'zh-CN': '收款机构', en: 'Acceptor' },
  battery: { 'zh-CN': '电池', en: 'Battery' },
  batteryPercent: { 'zh-CN': '电量', en: 'Charge' },
  card: { 'zh-CN': '卡', en: 'Card' },
  cashBox: { 'zh-CN': '钱箱', en: 'Cash box' },
  cover: { 'zh-CN': '上盖', en: 'Cover' },
  cutter: { 'zh-CN': '切纸刀', en: 'Cutter' },
  door: { 'zh-CN': '柜门', en: 'Door' },
  escrow: { 'zh-CN': '暂存位', en: 'Escrow' },
  load: { 'zh-CN': '负载', en: 'Load' },
  mains: { 'zh-CN': '市电', en: 'Mains' },
  mechanism: { 'zh-CN': '机芯', en: 'Mechanism' },
  model: { 'zh-CN': '型号', en: 'Model' },
  module: { 'zh-CN': '读卡模块', en: 'Reading module' },
  paper: { 'zh-CN': '纸', en: 'Paper' },
  presence: { 'zh-CN': '有人', en: 'Somebody there' },
  ratedVolts: { 'zh-CN': '额定电压', en: 'Rated voltage' },
  scanner: { 'zh-CN': '扫码器', en: 'Scanner' },
  service: { 'zh-CN': '投入使用', en: 'In service' },
  temperature: { 'zh-CN': '温度', en: 'Temperature' },
  toner: { 'zh-CN': '墨粉', en: 'Toner' },
  ups: { 'zh-CN': '备用电源', en: 'Power supply' },
};

const VALUES: Words = {
  bypassed: { 'zh-CN': '旁路', en: 'bypassed' },
  closed: { 'zh-CN': '关着', en: 'closed' },
  connected: { 'zh-CN': '已连接', en: 'connected' },
  failed: { 'zh-CN': '坏了', en: 'failed' },
  full: { 'zh-CN': '满了', en: 'full' },
  heard: { 'zh-CN': '有回应', en: 'heard' },
  in: { 'zh-CN': '使用中', en: 'yes' },
  jammed: { 'zh-CN': '卡住', en: 'jammed' },
  low: { 'zh-CN': '低', en: 'low' },
  nearEnd: { 'zh-CN': '快用完', en: 'nearly out' },
  notPresent: { 'zh-CN': '没有', en: 'not there' },
  ok: { 'zh-CN': '正常', en: 'ok' },
  open: { 'zh-CN': '开着', en: 'open' },
  out: { 'zh-CN': '用完', en: 'out' },
  present: { 'zh-CN': '有', en: 'there' },
  recoverable: { 'zh-CN': '出错，可恢复', en: 'error, recoverable' },
  removed: { 'zh-CN': '取下了', en: 'removed' },
  shuttingDown: { 'zh-CN': '正在关机', en: 'shutting down' },
  unknown: { 'zh-CN': '不清楚', en: 'unknown' },
  waiting: { 'zh-CN': '等待恢复', en: 'waiting' },
};
/** Of `service`: what is out is not used up. */
const OUT_OF_SERVICE: LocalText = { 'zh-CN': '已停用', en: 'no: three self-tests failed' };

export const SOURCES: Readonly<Record<StatusValue['source'], LocalText>> = {
  polled: { 'zh-CN': '设备回答的', en: 'the device answered' },
  unsolicited: { 'zh-CN': '设备自己报的', en: 'the device said so by itself' },
  inferred: { 'zh-CN': '推断的', en: 'concluded' },
  never: { 'zh-CN': '从未得知', en: 'never learnt' },
};

const UNITS: Readonly<Record<string, string>> = {
  batteryPercent: ' %',
  load: ' %',
  temperature: ' °C',
  ratedVolts: ' V',
};

export function nameOf(language: Language, name: string): string {
  return NAMES[name]?.[language] ?? name;
}

export function valueOf(language: Language, name: string, value: string): string {
  if (name === 'service' && value === 'out') return OUT_OF_SERVICE[language];
  const word = VALUES[value]?.[language];
  return word ?? `${value}${UNITS[name] ?? ''}`;
}
