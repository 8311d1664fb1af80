/** What happened before an invented night's look at the panel: the history, and the printer's wire. */
import type { TraceLine } from '#contract/devices/trace.ts';
import { DeviceId } from '#contract/ids.ts';
import type { HistoryEvent, HistoryKind } from '#contract/technician/history.ts';
import { NIGHT } from './cabinet-at-night.ts';

const MINUTE = 60_000;

const PAST: readonly (readonly [HistoryKind, number, string | null, string | null, string, string])[] = [
  ['technician', 1, null, 'night-desk', '打开维护面板', 'opened the panel'],
  ['deviceState', 6, 'receipt', null, '上盖没有合好', 'the cover is open'],
  ['deviceOut', 31, 'coins', null, '三次自检未通过，停用', 'three self-tests failed, out of service'],
  ['hubAway', 40, null, null, '到平台的线路断了', 'the line to the hub went down'],
  ['hostStarted', 121, null, null, '设备进程重新启动', 'the device host was started again'],
  ['hostEnded', 121, null, null, '设备进程意外结束', 'the device host ended unexpectedly'],
  ['release', 412, null, null, '换上第 12 版内容', 'release 12 is in use'],
  ['kioskStarted', 540, null, null, '自助机启动', 'the kiosk was started'],
  ['technician', 1_502, 'receipt', 'night-desk', '换上新纸卷', 'a new roll was put in'],
  ['deviceBack', 1_510, 'receipt', null, '恢复正常', 'works again'],
];

/** Newest first. */
export const EVENTS: readonly HistoryEvent[] = PAST.map(([kind, minutes, device, who, chinese, english], index) => ({
  n: 80 - index,
  at: NIGHT - minutes * MINUTE,
  kind,
  device: device === null ? null : DeviceId.parse(device),
  who,
  words: { 'zh-CN': chinese, en: english },
}));

const WIRE: readonly (readonly ['toDevice' | 'fromDevice', string, string])[] = [
  ['toDevice', '问：打印机怎样？', 'how is the printer?'],
  ['fromDevice', '答：脱机，上盖开着', 'off line, the cover is open'],
  ['toDevice', '问：缺纸吗？', 'how is the paper?'],
  ['fromDevice', '答：纸快用完', 'the paper is nearly out'],
  ['toDevice', '打印 412 字节，内容不显示', 'print 412 bytes, not shown'],
  ['toDevice', '切纸', 'cut'],
  ['fromDevice', '答：编号 7 已打完', 'number 7 is printed'],
  ['fromDevice', '自报：上盖关上了', 'says by itself: the cover was closed'],
];

/** Oldest first, as the device host tells it. */
export const TRACE: readonly TraceLine[] = Array.from({ length: 5 }, () => WIRE)
  .flat()
  .map(([direction, chinese, english], n) => ({
    n,
    at: NIGHT - 90_000 + n * 1_730,
    direction,
    words: { 'zh-CN': chinese, en: english },
  }));
