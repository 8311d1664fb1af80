/** Silence is unknown: every value says since when and how it is known, also that it isn't. */
import { expect, test } from 'vitest';
import type { DeviceStatus } from '#contract/devices/status.ts';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { makeStatusBoard } from './status-board.ts';

function board() {
  const clock = new HandClock();
  const told: DeviceStatus[] = [];
  const statuses = makeStatusBoard(clock, ['paper', 'cover']);
  statuses.listen((status) => told.push(status));
  return { clock, told, statuses };
}

test('a device that was never heard is unknown, and says that it never was known', () => {
  const { statuses } = board();
  statuses.lose('noDevice');
  expect(statuses.read()).toEqual({
    state: 'noDevice',
    values: {
      paper: { value: 'unknown', at: 0, source: 'never' },
      cover: { value: 'unknown', at: 0, source: 'never' },
    },
  });
});

test('what was known before the cable was pulled is unknown from that moment on, and inferred', () => {
  const { clock, statuses, told } = board();
  statuses.learn('online', 'polled', { paper: 'ok' });
  clock.forward(5_000);
  statuses.lose('noDevice');
  expect(told.at(-1)).toEqual({
    state: 'noDevice',
    values: {
      paper: { value: 'unknown', at: 5_000, source: 'inferred' },
      cover: { value: 'unknown', at: 5_000, source: 'never' },
    },
  });
});

test('the same news again is told only when it would otherwise look old', () => {
  const { clock, statuses, told } = board();
  statuses.learn('online', 'polled', { paper: 'ok' });
  for (let second = 1; second <= 59; second += 1) {
    clock.forward(1_000);
    statuses.learn('online', 'polled', { paper: 'ok' });
  }
  expect(told).toHaveLength(1);
  clock.forward(1_000);
  statuses.learn('online', 'polled', { paper: 'ok' });
  expect(told.map((status) => status.values['paper']?.at)).toEqual([0, 60_000]);
});
