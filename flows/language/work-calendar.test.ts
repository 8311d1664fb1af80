/** Promises in workdays, over weekends, holidays and worked weekends. */
import { expect, test } from 'vitest';
import { isWorkday, WEEKDAYS_ONLY, workdaysAfter } from './work-calendar.ts';

const hall = { holidays: [{ from: '2026-10-01', to: '2026-10-07' }], workedWeekends: ['2026-10-10'] };

test.each([
  ['a Friday', '2026-11-20', 1, '2026-11-23'],
  ['a Saturday', '2026-11-21', 1, '2026-11-23'],
  ['over two weekends', '2026-11-20', 10, '2026-12-04'],
  ['over the New Year', '2026-12-31', 1, '2027-01-01'],
  ['no workday at all', '2026-11-21', 0, '2026-11-21'],
])('%s: %s and %i workdays is %s', (_name, day, count, last) => {
  expect(workdaysAfter(day, count, WEEKDAYS_ONLY)).toBe(last);
});

test('holidays don’t count, and a Saturday on which is worked does', () => {
  expect(workdaysAfter('2026-09-30', 1, hall)).toBe('2026-10-08');
  expect(workdaysAfter('2026-09-30', 3, hall)).toBe('2026-10-10');
  expect([isWorkday('2026-10-01', hall), isWorkday('2026-10-10', hall), isWorkday('2026-10-11', hall)]).toEqual([
    false,
    true,
    false,
  ]);
});

test.each([
  ['2026-02-30', 1],
  ['2026-11-20', -1],
  ['2026-11-20', 1001],
  ['9999-12-31', 1],
])('%s and %i workdays: no answer', (day, count) => {
  expect(() => workdaysAfter(day, count, WEEKDAYS_ONLY)).toThrow(RangeError);
});
