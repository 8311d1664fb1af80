/** A validator's condition as the values on its status board. */
import type { DeviceState } from '#contract/devices/status.ts';
import type { NoteCondition } from './note-words.ts';

const TROUBLE: ReadonlySet<NoteCondition['is']> = new Set(['boxFull', 'boxRemoved', 'jammed', 'cheated', 'failed']);

export function stateOf({ is }: NoteCondition): DeviceState {
  if (TROUBLE.has(is)) return 'hardwareError';
  return is === 'starting' || is === 'powerUp' ? 'starting' : 'online';
}

export function valuesOf({ is }: NoteCondition): Readonly<Record<string, string>> {
  const acceptor = is === 'jammed' || is === 'cheated' || is === 'failed' ? is : 'ok';
  const cashBox = is === 'boxFull' ? 'full' : is === 'boxRemoved' ? 'removed' : 'ok';
  return { acceptor, cashBox, escrow: is === 'escrow' || is === 'holding' ? 'occupied' : 'empty' };
}
