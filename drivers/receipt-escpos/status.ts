/** The bits of DLE EOT and ASB as what they mean. Pages: DLE EOT, GS a (README). */
import type { Paper } from '#contract/devices/printer.ts';
import type { DeviceState } from '#contract/devices/status.ts';

/** Why a printer can't print, worst first; null when it can. */
export type Hindrance = 'coverOpen' | 'paperOut' | 'jammed' | 'offline' | null;

export interface PrinterCondition {
  readonly paper: Paper;
  readonly cover: 'closed' | 'open';
  readonly cutter: 'ok' | 'jammed';
  /** `waiting`: it will go on by itself, for example when the head has cooled down. */
  readonly mechanism: 'ok' | 'waiting' | 'recoverable' | 'failed';
  readonly online: boolean;
}

export interface StatusBytes {
  /** DLE EOT 1 to 4. */
  readonly printer: number;
  readonly offline: number;
  readonly error: number;
  readonly roll: number;
}

const bit = (byte: number, place: number): boolean => (byte & (1 << place)) !== 0;

export function conditionOf({ printer, offline, error, roll }: StatusBytes): PrinterCondition {
  return {
    // The end sensor and the two ways of stopping for it say the same; the near-end sensor speaks last.
    paper: bit(roll, 5) || bit(roll, 6) || bit(offline, 5) ? 'out' : bit(roll, 2) || bit(roll, 3) ? 'nearEnd' : 'ok',
    cover: bit(offline, 2) ? 'open' : 'closed',
    cutter: bit(error, 3) ? 'jammed' : 'ok',
    mechanism: mechanismOf(bit(error, 5), bit(error, 2), bit(error, 6)),
    online: !bit(printer, 3),
  };
}

/** The same from the four bytes that the printer sends by itself. */
export function conditionOfChanges(bytes: Uint8Array): PrinterCondition {
  const [first = 0, second = 0, third = 0] = bytes;
  return {
    paper: bit(third, 2) || bit(third, 3) ? 'out' : bit(third, 0) || bit(third, 1) ? 'nearEnd' : 'ok',
    cover: bit(first, 5) ? 'open' : 'closed',
    cutter: bit(second, 3) ? 'jammed' : 'ok',
    mechanism: mechanismOf(bit(second, 5), bit(second, 2), bit(second, 6)),
    online: !bit(first, 3),
  };
}

function mechanismOf(failed: boolean, recoverable: boolean, waiting: boolean): PrinterCondition['mechanism'] {
  if (failed) return 'failed';
  if (recoverable) return 'recoverable';
  return waiting ? 'waiting' : 'ok';
}

export function hindranceOf(condition: PrinterCondition): Hindrance {
  if (condition.cover === 'open') return 'coverOpen';
  if (condition.paper === 'out') return 'paperOut';
  if (condition.cutter === 'jammed' || condition.mechanism === 'failed' || condition.mechanism === 'recoverable')
    return 'jammed';
  return condition.online && condition.mechanism === 'ok' ? null : 'offline';
}

export function stateOf(condition: PrinterCondition): DeviceState {
  if (condition.cutter === 'jammed' || condition.mechanism === 'failed') return 'hardwareError';
  return condition.online ? 'online' : 'offline';
}

/** For the status board. */
export function valuesOf(condition: PrinterCondition): Readonly<Record<string, string>> {
  const { paper, cover, cutter, mechanism } = condition;
  return { paper, cover, cutter, mechanism };
}
