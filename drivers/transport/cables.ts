/** How a driver comes to its wire: one opener for each kind of cable, each loaded when a device hangs on it. */
import type { Tap } from '../tap/tap.ts';
import { tapped } from '../tap/tap.ts';
import { ok } from '#contract/result.ts';
import type { OpenTransport } from './transport.ts';

export interface Cables {
  /** Serial lines and TCP. */
  readonly bytes: OpenTransport;
}

/** The cables of this machine. */
export const machineCables: Cables = {
  bytes: async (address) =>
    'path' in address ? (await import('./serial.ts')).openSerial(address) : (await import('./tcp.ts')).openTcp(address),
};

/** The same cables with taps on them. */
export function tappedCables(cables: Cables, taps: readonly Tap[]): Cables {
  if (taps.length === 0) return cables;
  return {
    ...cables,
    bytes: async (address) => {
      const opened = await cables.bytes(address);
      return opened.ok ? ok(tapped(opened.value, taps)) : opened;
    },
  };
}
