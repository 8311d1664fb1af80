/** Which lines of the kiosk's log are worth remembering for months, and how a technician reads them. */
import { FAULTS } from '#contract/faults.table.ts';
import { DeviceId } from '#contract/ids.ts';
import type { LocalText } from '#contract/language.ts';
import type { HistoryEvent } from '#contract/technician/history.ts';

export type PastEvent = Pick<HistoryEvent, 'kind' | 'device' | 'who' | 'words'>;
type Detail = Readonly<Record<string, string | number | boolean>>;
type Tell = (detail: Detail) => PastEvent;

const of =
  (kind: HistoryEvent['kind'], words: (detail: Detail) => LocalText): Tell =>
  (detail) => ({ kind, device: DeviceId.safeParse(detail['device']).data ?? null, who: null, words: words(detail) });

const both = (chinese: string, english: string): LocalText => ({ 'zh-CN': chinese, en: english });

const PAST: Readonly<Record<string, Tell>> = {
  'kiosk.started': of('kioskStarted', () => both('自助机启动', 'The kiosk was started')),
  'kiosk.stopped': of('kioskStopped', () => both('自助机停止', 'The kiosk was stopped')),
  // The kiosk names the `fault` that it found, the device's own host the `reason` why its self-tests failed.
  'device.outOfService': of('deviceOut', ({ fault, reason }) => {
    const code = fault ?? reason;
    if (code === undefined) return both('停用', 'Out of service');
    const known = Object.entries(FAULTS).find(([each]) => each === code)?.[1];
    return both(`停用：${known?.citizen['zh-CN'] ?? code}`, `Out of service: ${known?.citizen.en ?? code}`);
  }),
  'device.backInService': of('deviceBack', () => both('恢复使用', 'Back in service')),
  'devices.hostStarted': of('hostStarted', () => both('设备进程启动', 'The device host was started')),
  'devices.hostHung': of('hostEnded', () => both('设备进程没有应答，已结束', 'The device host hung and was ended')),
  'devices.hostEnded': of('hostEnded', ({ reason }) =>
    both(`设备进程退出（${reason}）`, `The device host ended (${reason})`),
  ),
  'renderer.gone': of('hostEnded', () => both('页面崩溃，已重新打开', 'The page was lost and opened again')),
  'sync.noAnswer': of('hubAway', ({ name }) => both(`汇聚平台无应答（${name}）`, `The hub does not answer (${name})`)),
  'sync.hubReachable': of('hubBack', () => both('汇聚平台恢复', 'The hub answers')),
  'update.activated': of('release', ({ version }) => both(`启用发布 ${version}`, `Release ${version} is in use`)),
  'update.refused': of('release', ({ reason }) => both(`拒绝发布（${reason}）`, `A release was refused (${reason})`)),
  'release.refused': of('release', ({ reason }) =>
    both(`没有可用的发布（${reason}）`, `No release can be used (${reason})`),
  ),
  'clock.off': of('clock', () => both('本机时钟与平台不符', 'The clock is not the hub’s')),
  'clock.wrong': of('clock', () => both('本机时钟错误', 'The clock can’t be right')),
  'store.full': of('kioskStopped', () => both('磁盘将满，暂停服务', 'The disk is nearly full: nobody new is taken in')),
  'store.hasRoom': of('kioskStarted', () => both('磁盘有空间，恢复服务', 'The disk has room again')),
};

/** Null for what is forgotten with the log. */
export function pastOf(event: string, detail: Detail = {}): PastEvent | null {
  return PAST[event]?.(detail) ?? null;
}
