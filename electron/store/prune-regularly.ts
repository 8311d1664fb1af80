/** Several times a day, deletes what the hub has had for a month: the database stops growing. */
import type { Log } from '#contract/log.ts';
import type { Timekeeper } from '../time/timekeeper.ts';
import type { Store } from './open-store.ts';

/** Long enough to notice at the hub that something is missing, and to send it again. */
const KEPT_MS = 30 * 24 * 3_600_000;
const EVERY_MS = 6 * 3_600_000;
/** A start has other things to do. */
const FIRST_AFTER_MS = 10 * 60_000;
/** So many at a time, that no step of a citizen waits long behind them. */
const AT_ONCE = 256;

export interface PruneOptions {
  readonly store: Pick<Store, 'prune' | 'truncate'>;
  readonly clock: Timekeeper;
  readonly log: Log;
}

/** A store that fails ends the process by itself. Returns how to stop. */
export function pruneRegularly({ store, clock, log }: PruneOptions): () => void {
  let stopped = false;
  let cancel = (): void => {};
  const prune = async (): Promise<void> => {
    // Who doesn't know the day doesn't know what is old.
    if (clock.state().wrong !== null) return;
    const before = clock.now() - KEPT_MS;
    let gone = 0;
    let last = AT_ONCE;
    while (last === AT_ONCE && !stopped) {
      last = await store.prune(before, AT_ONCE);
      gone += last;
    }
    if (gone === 0) return;
    await store.truncate();
    log('store.pruned', { rows: gone });
  };
  const pruneOn = (): void => {
    cancel = clock.after(EVERY_MS, pruneOn);
    prune().catch(() => {
      if (!stopped) log('store.notPruned');
    });
  };
  cancel = clock.after(FIRST_AFTER_MS, pruneOn);
  return () => {
    stopped = true;
    cancel();
  };
}
