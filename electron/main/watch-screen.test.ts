/** When a kiosk no longer counts as alive because its picture stands still. */
import { expect, test } from 'vitest';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { watchScreen } from './watch-screen.ts';

test('a night without a citizen is life: the same picture was painted and is still wanted', () => {
  const clock = new HandClock();
  const screen = watchScreen(clock);
  screen.painted(7);
  clock.forward(8 * 3_600_000);
  expect(screen.follows(7)).toBe(true);
});

test('a page that is replaced within the minute is life; one that never paints again is not', () => {
  const clock = new HandClock();
  const screen = watchScreen(clock);
  screen.painted(7);
  expect(screen.follows(8)).toBe(true);
  clock.forward(50_000);
  expect(screen.follows(8)).toBe(true);
  screen.painted(8);
  expect(screen.follows(9)).toBe(true);
  clock.forward(60_000);
  expect(screen.follows(9)).toBe(false);
});
