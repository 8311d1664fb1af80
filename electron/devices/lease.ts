/** How long the devices stay with a holder of whom nothing is heard: one that died without letting go doesn't keep them. */
import type { Clock } from '#contract/clock.ts';

/** Longer than any screen waits for a touch, and than any work without one; see `flows/runtime/deadlines.table.ts`. */
export const LEASE_MS = 15 * 60_000;

export interface Lease {
  /** The holder is alive, and `busyMs` from now on one need not hear of it. */
  renew(busyMs?: number): void;
  end(): void;
}

/** `over` is called at most once for what was renewed. */
export function openLease(clock: Clock, over: () => void): Lease {
  let stop = (): void => {};
  return {
    renew(busyMs = 0) {
      stop();
      stop = clock.after(LEASE_MS + busyMs, over);
    },
    end() {
      stop();
    },
  };
}
