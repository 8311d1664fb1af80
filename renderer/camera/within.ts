/** A promise that nobody waits for longer than so long. */
import type { Clock } from '#contract/clock.ts';

/** Rejects when the time is over. */
export function within<T>(clock: Pick<Clock, 'after'>, ms: number, promised: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = clock.after(ms, () => reject(new Error(`nothing within ${ms} ms`)));
    promised.then(resolve, reject).finally(stop);
  });
}
