/** From what is known of a device to its sign and its word; silence is never well. */
import { STATE_WORDS } from '#contract/devices/status-words.table.ts';
import type { StatusValue } from '#contract/devices/status.ts';
import { FAULTS } from '#contract/faults.table.ts';
import type { LocalText } from '#contract/language.ts';
import type { CabinetDevice } from '#contract/technician/cabinet.ts';
import type { Condition } from '#contract/technician/kiosk-checks.ts';

export interface DeviceCondition {
  readonly condition: Condition;
  readonly word: LocalText;
}

const BAD: ReadonlySet<string> = new Set([
  'open',
  'out',
  'jammed',
  'failed',
  'full',
  'removed',
  'black',
  'frozen',
  'other',
]);
const SOON: ReadonlySet<string> = new Set([
  'nearEnd',
  'low',
  'waiting',
  'recoverable',
  'bypassed',
  'shuttingDown',
  'unverified',
]);

const OUT: LocalText = { 'zh-CN': '已停用', en: 'Out of service' };
const SOON_WORD: LocalText = { 'zh-CN': '能用，请留意', en: 'Works, needs a look' };

export function conditionOf({ status, service, trouble }: CabinetDevice): DeviceCondition {
  if (trouble !== null) return { condition: 'fault', word: FAULTS[trouble.code].citizen };
  if (service === 'out') return { condition: 'fault', word: OUT };
  const word = STATE_WORDS[status.state];
  if (status.state === 'starting' || status.state === 'unknown') return { condition: 'unknown', word };
  if (status.state !== 'online' && status.state !== 'deviceBusy') return { condition: 'fault', word };
  const values = Object.entries(status.values).map(([name, value]) => conditionOfValue(name, value));
  // A value that is bad by itself but hinders nobody is worth a look all the same, for example an open door.
  if (values.some((one) => one === 'fault' || one === 'attention')) return { condition: 'attention', word: SOON_WORD };
  return { condition: 'well', word };
}

export function conditionOfValue(name: string, { value, source }: StatusValue): Condition {
  if (source === 'never' || value === 'unknown') return 'unknown';
  if (name === 'presence' || name === 'card') return 'resting';
  if (BAD.has(value)) return 'fault';
  return SOON.has(value) ? 'attention' : 'well';
}
