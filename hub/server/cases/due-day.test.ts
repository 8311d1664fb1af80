/** Promised days are counted from Monday to Friday. */
import { expect, test } from 'vitest';
import { Day } from '#contract/ids.ts';
import { dueDay } from './due-day.ts';

test.each([
  ['on a Friday, the same day', '2026-11-20', 0, '2026-11-20'],
  ['on a Friday, one day', '2026-11-20', 1, '2026-11-23'],
  ['on a Saturday night, one day', '2026-11-21', 1, '2026-11-23'],
  ['on a Monday, five days', '2026-11-23', 5, '2026-11-30'],
  ['over the turn of the year', '2026-12-31', 2, '2027-01-04'],
])('%s', (_when, day, workdays, due) => {
  expect(dueDay(Day.parse(day), workdays)).toBe(due);
});
