/** A device command that must end: its own time limit, and a little more, is all it gets. */
import type { Clock } from '#contract/clock.ts';
import type { Completion } from '#contract/devices/completion.ts';
import { fail } from '#contract/result.ts';
import { DEADLINES } from '../deadlines.table.ts';

/** Ends as `device.lost` when the port stays silent beyond `timeoutMs` and the grace. Rejects when the port does. */
export function withinGrace<T>(
  clock: Clock,
  timeoutMs: number,
  command: Promise<Completion<T>>,
): Promise<Completion<T>> {
  return new Promise((resolve, reject) => {
    const stop = clock.after(timeoutMs + DEADLINES.deviceGraceMs, () => {
      resolve(fail({ code: 'device.lost', completion: 'timeOut' }));
    });
    command.finally(stop).then(resolve, reject);
  });
}
