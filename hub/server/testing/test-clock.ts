/** A clock that stands at an evening in the invented hall until a test moves it. */
import type { Clock } from '#contract/clock.ts';
import { SUBMITTED_AT } from './invented-case.ts';

export interface TestClock extends Clock {
  advance(ms: number): void;
}

export function testClock(): TestClock {
  let now = SUBMITTED_AT + 3_600_000;
  return {
    now: () => now,
    monotonic: () => now,
    after: () => () => {},
    advance(ms) {
      now += ms;
    },
  };
}
