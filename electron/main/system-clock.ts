/** The machine's own time, behind the contract's clock. */
import { performance } from 'node:perf_hooks';
import type { Clock } from '#contract/clock.ts';
import { Day } from '#contract/ids.ts';

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

/** The calendar day at the hall; halls are in China, whatever the machine's own time zone says. */
export function dayAt(ms: number): Day {
  return Day.parse(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(ms));
}
