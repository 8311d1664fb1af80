/** What can go wrong with a note or coin acceptor, as faults; the device's own code stays in `detail`. */
import type { DeviceFault } from '#contract/devices/completion.ts';

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(2, '0');

export const cashFaults = {
  absent: { code: 'cash.absent', completion: 'timeOut' },
  refused: (why: number): DeviceFault => ({
    code: 'cash.refused',
    completion: 'userError',
    detail: `reason ${hex(why)}`,
  }),
  silent: { code: 'cash.silent', completion: 'deviceNotReady', detail: 'no answer' },
  boxFull: { code: 'cash.boxFull', completion: 'hardwareError' },
  boxRemoved: { code: 'cash.boxRemoved', completion: 'hardwareError' },
  jammed: (code: number): DeviceFault => ({ code: 'cash.jammed', completion: 'hardwareError', detail: hex(code) }),
  broken: (code: number): DeviceFault => ({ code: 'cash.broken', completion: 'hardwareError', detail: hex(code) }),
  /** The ledger has to ask what happened before money may move again. */
  notReconciled: { code: 'device.protocol', completion: 'sequenceError', detail: 'reconcile first' },
  notStarted: { code: 'device.protocol', completion: 'sequenceError', detail: 'cashInStart first' },
  noSuchItem: { code: 'device.protocol', completion: 'invalidData', detail: 'no such item in escrow' },
} as const satisfies Record<string, DeviceFault | ((code: number) => DeviceFault)>;
