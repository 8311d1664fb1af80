/** What a device that answers says against itself: what keeps it from working, and what will soon. */
import type { DeviceStatus } from '#contract/devices/status.ts';
import type { FaultCode } from '#contract/faults.table.ts';
import type { LocalText } from '#contract/language.ts';
import { words } from '../reader-language.ts';

type Values = DeviceStatus['values'];

/** By the value's name and what it says; the first that is there counts. */
const TROUBLES: readonly (readonly [name: string, is: string, fault: FaultCode])[] = [
  ['cover', 'open', 'printer.coverOpen'],
  ['paper', 'out', 'printer.paperOut'],
  ['cutter', 'jammed', 'printer.jammed'],
  ['mechanism', 'failed', 'printer.jammed'],
  ['toner', 'out', 'page.tonerOut'],
  ['acceptor', 'jammed', 'cash.jammed'],
  ['cashBox', 'full', 'cash.boxFull'],
  ['cashBox', 'removed', 'cash.boxRemoved'],
  ['ups', 'failed', 'auxiliaries.broken'],
];

/** What has toner has a tray and not a roll. */
const ON_PAGES: Readonly<Partial<Record<FaultCode, FaultCode>>> = {
  'printer.coverOpen': 'page.coverOpen',
  'printer.paperOut': 'page.paperOut',
  'printer.jammed': 'page.jammed',
};

/** null: it can work. */
export function troubleIn(values: Values): FaultCode | null {
  const fault = TROUBLES.find(([name, is]) => values[name]?.value === is)?.[2] ?? null;
  return (fault !== null && 'toner' in values && ON_PAGES[fault]) || fault;
}

const WARNINGS: readonly (readonly [name: string, is: string, hint: LocalText])[] = [
  ['paper', 'nearEnd', words('纸快用完了，请备好新纸。', 'The paper is near its end: have more ready.')],
  [
    'toner',
    'nearEnd',
    words('墨粉快用完了，请备好新墨粉盒。', 'The toner is near its end: have a new cartridge ready.'),
  ],
  [
    'battery',
    'low',
    words(
      '备用电源的电池快没电了：马上恢复市电，否则自助机会断电；市电正常时更换电池。',
      'The battery of the power supply is nearly empty: bring the mains back now or the kiosk goes dark; with mains, replace the battery.',
    ),
  ],
  [
    'mains',
    'failed',
    words(
      '正在用备用电源的电池：检查插座、断路器和电源线。',
      'It runs on the battery of its power supply: look at the socket, the breaker and the cord.',
    ),
  ],
  ['door', 'open', words('柜门开着：锁好再走。', 'The door is open: lock it before you leave.')],
];

/** null: nothing to be done. */
export function warningIn(values: Values): LocalText | null {
  return WARNINGS.find(([name, is]) => values[name]?.value === is)?.[2] ?? null;
}
