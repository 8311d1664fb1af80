/** Ages and birthdays as the counter would count them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageOn, dayOfAge } from './calendar.ts';

test.each([
  ['1966-11-21', '2026-11-21', 60],
  ['1966-11-22', '2026-11-21', 59],
  ['1966-11-20', '2026-11-21', 60],
  ['1964-02-29', '2024-02-28', 59],
  ['1964-02-29', '2024-02-29', 60],
  ['1964-02-29', '2026-02-28', 61],
  ['1964-02-29', '2026-03-01', 62],
])('born %s, on %s: %i years old', (birth, day, age) => {
  expect(ageOn(birth, day)).toBe(age);
});

test('someone born on 29 February turns 61 on 1 March of a common year', () => {
  expect(dayOfAge('1964-02-29', 61)).toBe('2025-03-01');
});

test.each(['2026-02-30', '2026-13-01', '', '20260101', '2026-1-1'])('%s is no day', (day) => {
  expect(() => ageOn(day, '2026-01-01')).toThrow(RangeError);
});

test.each([
  ['1966-11-21', 9_000],
  ['1966-11-21', -3_000],
  ['1966-11-21', 1e12],
])('born %s, the day of being %i is in no calendar', (birth, age) => {
  expect(() => dayOfAge(birth, age)).toThrow(RangeError);
});

test('a card that was read wrongly gets no day of another century', () => {
  expect(dayOfAge('0066-11-21', 10)).toBe('0076-11-21');
});

test('on the day of an age one has that age, the day before not yet', () => {
  const births = fc.date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(births, fc.integer({ min: 1, max: 120 }), (date, age) => {
      const birth = date.toISOString().slice(0, 10);
      const day = dayOfAge(birth, age);
      const dayBefore = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
      expect([ageOn(birth, day), ageOn(birth, dayBefore)]).toEqual([age, age - 1]);
    }),
  );
});
