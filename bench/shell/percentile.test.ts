/** A percentile is one of the figures that were measured, never one in between. */
import { expect, test } from 'vitest';
import { percentile } from './percentile.ts';

const HUNDRED = Array.from({ length: 100 }, (_, index) => 100 - index);

test('the middle of an odd number of figures is the one in the middle', () => {
  expect(percentile([9, 1, 5], 50)).toBe(5);
});

test('five of a hundred presses may be slower than the 95th percentile', () => {
  expect(percentile(HUNDRED, 95)).toBe(95);
  expect(HUNDRED.filter((ms) => ms > percentile(HUNDRED, 95))).toHaveLength(5);
});

test('one slow figure among few is not hidden', () => {
  expect(percentile([10, 10, 10, 900], 95)).toBe(900);
  expect(percentile([7], 50)).toBe(7);
});

test('the figures are left in the order they came', () => {
  const figures = [3, 1, 2];
  percentile(figures, 50);
  expect(figures).toEqual([3, 1, 2]);
});

test('without any figure there is nothing to say', () => {
  expect(() => percentile([], 50)).toThrow(RangeError);
});
