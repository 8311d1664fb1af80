/** What can go wrong with the receipt printer before anything was sent, as faults. After that there is only an outcome. */
import type { DeviceFault } from '#contract/devices/completion.ts';
import type { Hindrance } from './status.ts';

export const printerSilent: DeviceFault = { code: 'printer.silent', completion: 'deviceNotReady', detail: 'no answer' };

const BY_HINDRANCE: Readonly<Record<NonNullable<Hindrance>, DeviceFault>> = {
  coverOpen: { code: 'printer.coverOpen', completion: 'deviceNotReady', detail: 'cover open' },
  paperOut: { code: 'printer.paperOut', completion: 'commandErrorCode', detail: 'paper end' },
  jammed: { code: 'printer.jammed', completion: 'hardwareError', detail: 'cutter or mechanism' },
  offline: { code: 'device.busy', completion: 'deviceNotReady', detail: 'off line' },
};

export function faultOf(hindrance: NonNullable<Hindrance>): DeviceFault {
  return BY_HINDRANCE[hindrance];
}
