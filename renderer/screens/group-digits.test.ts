/** Digits stand in groups as people read them aloud. */
import { expect, test } from 'vitest';
import { groupDigits } from './group-digits.ts';

const shape = (draft: string, length: number, groups: readonly number[]): string =>
  groupDigits(draft, length, groups)
    .map((group) => group.map((digit) => digit ?? '_').join(''))
    .join(' ');

test('a mobile number is spaced 3-4-4 while it is typed', () => {
  expect(shape('', 11, [3, 4, 4])).toBe('___ ____ ____');
  expect(shape('13800', 11, [3, 4, 4])).toBe('138 00__ ____');
  expect(shape('13800001234', 11, [3, 4, 4])).toBe('138 0000 1234');
});

test('no place is lost when the groups do not add up', () => {
  expect(shape('123456', 6, [])).toBe('123456');
  expect(shape('123456', 6, [4])).toBe('1234 56');
  expect(shape('123456', 6, [4, 4, 4])).toBe('1234 56');
  expect(shape('123456', 6, [0, 3])).toBe('123 456');
});
