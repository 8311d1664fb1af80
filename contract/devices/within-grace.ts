/** A device command that must end: its own time limit, and a little more, is all it gets. */
import type { Clock } from '../clock.ts';
import { fail } from '../result.ts';
import type { Completion } from './completion.ts';

/** A device port that says nothing this long after its own time limit is taken for lost: no screen waits in silence. */
export const DEVICE_GRACE_MS = 5_000;

/** Ends as `device.lost` when the port stays silent beyond `timeoutMs` and the grace. Rejects when the port does. */
export function withinGrace<T>(
  clock: Clock,
  timeoutMs: number,
  command: Promise<Completion<T>>,
): Promise<Completion<T>> {
  return new Promise((resolve, reject) => {
    const stop = clock.after(timeoutMs + DEVICE_GRACE_MS, () => {
      resolve(fail({ code: 'device.lost', completion: 'timeOut' }));
    });
    command.finally(stop).then(resolve, reject);
  });
}
