/** A growth that is there is found with its size; noise is told apart from it. */
import { expect, test } from 'vitest';
import { fitLine } from './fit-line.ts';

test('points on a line give that line, without doubt', () => {
  const line = fitLine([0, 10, 20, 50].map((x) => ({ x, y: 300 + 2 * x })));
  expect(line.slope).toBeCloseTo(2);
  expect(line.level).toBeCloseTo(300);
  expect(line.slopeError).toBeCloseTo(0);
});

test('the error of the slope is the one of the textbook', () => {
  // Residuals of y = 0, 1, 1 at x = 0, 1, 2: slope 1/2, squares 1/6, one degree of freedom, spread 2.
  const { slope, slopeError } = fitLine([
    { x: 0, y: 0 },
    { x: 1, y: 1 },
    { x: 2, y: 1 },
  ]);
  expect(slope).toBeCloseTo(0.5);
  expect(slopeError).toBeCloseTo(Math.sqrt(1 / 12));
});

test('what jumps up and down without growing is within twice its error', () => {
  const jumps = Array.from({ length: 40 }, (_, x) => ({ x, y: 100 + (x % 2 === 0 ? 5 : -5) }));
  const { slope, slopeError } = fitLine(jumps);
  expect(Math.abs(slope)).toBeLessThan(2 * slopeError);
});

test('too little to say anything', () => {
  expect(() => fitLine([{ x: 0, y: 1 }])).toThrow(RangeError);
  expect(() => fitLine([1, 2, 3].map((y) => ({ x: 7, y })))).toThrow(RangeError);
});
