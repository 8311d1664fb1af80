/** A clock that stands still until a test moves it. */
import type { Clock } from '#contract/clock.ts';

interface Timer {
  readonly due: number;
  readonly then: () => void;
}

export interface ManualClock extends Clock {
  /** Moves on by `ms`, calling back what falls due, in order; what those start counts from their own time. */
  pass(ms: number): void;
  readonly pending: number;
}

/** Wall time begins on 21 November 2026, 19:05 at a station in Shanghai time. */
export function manualClock(wall = Date.UTC(2026, 10, 21, 11, 5)): ManualClock {
  let elapsed = 0;
  const timers = new Set<Timer>();
  return {
    now: () => wall + elapsed,
    monotonic: () => elapsed,
    after: (ms, then) => {
      const timer = { due: elapsed + ms, then };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    pass: (ms) => {
      const end = elapsed + ms;
      for (;;) {
        const next = [...timers].filter((timer) => timer.due <= end).toSorted((a, b) => a.due - b.due)[0];
        if (next === undefined) break;
        timers.delete(next);
        elapsed = next.due;
        next.then();
      }
      elapsed = end;
    },
    get pending() {
      return timers.size;
    },
  };
}
