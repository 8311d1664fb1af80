/** The hall's time, wherever it is read. */
import { expect, test } from 'vitest';
import { hallTime } from './hall-time.ts';

test('the day and the time of the hall, also past its midnight', () => {
  expect(hallTime(Date.parse('2026-11-20T12:16:30Z'))).toBe('2026-11-20 20:16:30');
  expect(hallTime(Date.parse('2026-12-31T16:00:00Z'))).toBe('2027-01-01 00:00:00');
});

test('what no calendar knows is a dash', () => {
  expect(hallTime(9e15)).toBe('—');
});
