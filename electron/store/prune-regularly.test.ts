/** Old rows go a few at a time, some times a day, and only by a clock that can be right. */
import { expect, test } from 'vitest';
import { makeHandClock, type HandTimer } from '#fixtures/store/hand-clock.ts';
import type { Timekeeper } from '../time/timekeeper.ts';
import { pruneRegularly } from './prune-regularly.ts';

const A_MONTH = 30 * 24 * 3_600_000;

function setUp(wrong: 'behind' | null) {
  const hand = makeHandClock();
  const clock = { ...hand, state: () => ({ aheadMs: null, wrong }) } as unknown as Timekeeper;
  const asked: (readonly [number, number])[] = [];
  const events: string[] = [];
  const left = [256, 256, 10];
  const stop = pruneRegularly({
    store: {
      prune: (before, limit) => {
        asked.push([before, limit]);
        return Promise.resolve(left.shift() ?? 0);
      },
      truncate: async () => {
        events.push('truncated');
        return null;
      },
    },
    clock,
    log: (event, detail = {}) => events.push(`${event} ${JSON.stringify(detail)}`),
  });
  const next = (): Promise<HandTimer> => hand.timer(() => true);
  return { hand, asked, events, stop, next };
}

/** Whatever was begun has come to its end. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('until none is left; then the log is emptied; and again six hours later', async () => {
  const { hand, asked, events, stop, next } = setUp(null);
  (await next()).fire();
  await settled();
  const before = hand.now() - A_MONTH;
  expect(asked).toEqual(Array.from({ length: 3 }, () => [before, 256]));
  expect(events).toEqual(['truncated', 'store.pruned {"rows":522}']);
  const later = await next();
  expect(later.ms).toBe(6 * 3_600_000);
  later.fire();
  await settled();
  expect([asked.length, events.length]).toEqual([4, 2]);
  stop();
  expect(hand.timers.size).toBe(0);
});

test('who doesn’t know the day doesn’t know what is old', async () => {
  const { asked, next } = setUp('behind');
  (await next()).fire();
  await settled();
  expect(asked).toEqual([]);
});
