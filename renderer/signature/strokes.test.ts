/** What is kept of a finger's way over the glass. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SIGNATURE_PAD, SignaturePath } from '#contract/signature.ts';
import { pathOf, thinned } from './strokes.ts';

test('a straight line is two points, a corner three, a dot a stroke of no length', () => {
  const line = Array.from({ length: 50 }, (_, index) => ({ x: index * 4, y: index % 2 }));
  expect(pathOf([line])).toBe('M0 0L196 1');
  expect(pathOf([[...line, { x: 196, y: 90 }]])).toBe('M0 0L196 1L196 90');
  expect(pathOf([[{ x: 3.4, y: 5 }], []])).toBe('M3 5L3 5');
});

test('whatever a finger does, the path is one that can be kept, and no point strays from it', () => {
  const point = fc.record({
    x: fc.double({ min: 0, max: SIGNATURE_PAD.width, noNaN: true }),
    y: fc.double({ min: 0, max: SIGNATURE_PAD.height, noNaN: true }),
  });
  fc.assert(
    fc.property(
      fc.array(fc.array(point, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 8 }),
      (strokes) => {
        expect(SignaturePath.safeParse(pathOf(strokes)).success).toBe(true);
        for (const stroke of strokes) {
          const kept = thinned(stroke);
          expect(stroke).toEqual(expect.arrayContaining([...kept]));
          expect([kept[0], kept.at(-1)]).toEqual([stroke[0], stroke.at(-1)]);
        }
      },
    ),
    { numRuns: 60 },
  );
});
