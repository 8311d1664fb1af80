/** A validator's condition as the values on its status board. */
import type { DeviceState } from '#contract/devices/status.ts';
import type { NoteCondition } from './note-words.ts';

const TROUBLE: ReadonlySet<NoteCondition['is']> = new Set(['boxFull', 'boxRemoved', 'jammed', 'cheated', 'failed']);

/**
 * Switched on and not reset yet it is as ready as it gets before somebody pays: the reset waits for the ledger's
 * question. Just so one that stays at its start until it is told what to take.
 */
export function stateOf({ is }: NoteCondition, setUpWhileStarting: boolean): DeviceState {
  if (TROUBLE.has(is)) return 'hardwareError';
  return is === 'starting' && !setUpWhileStarting ? 'starting' : 'online';
}

export function valuesOf({ is }: NoteCondition): Readonly<Record<string, string>> {
  const acceptor = is === 'jammed' || is === 'cheated' || is === 'failed' ? is : 'ok';
  const cashBox = is === 'boxFull' ? 'full' : is === 'boxRemoved' ? 'removed' : 'ok';
  return { acceptor, cashBox, escrow: is === 'escrow' || is === 'holding' ? 'occupied' : 'empty' };
}
