/** The page's own time, behind the contract's clock: for what the eye counts down and for the pace of presses. */
import type { Clock } from '#contract/clock.ts';

export const pageClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
