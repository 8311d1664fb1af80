/** The machine's own time, behind the contract's clock. */
import { performance } from 'node:perf_hooks';
import type { Clock } from '#contract/clock.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
