/** What counts as a signature, and what can't be slipped in as one. */
import { expect, test } from 'vitest';
import { SIGNATURE_PAD, inkMm, isHandwriting, isSignature, sheetOf } from './signature.ts';

const NAME = 'M100 100L400 100M250 50L250 400L300 380M500 200L500 200';

test('strokes with enough ink are a signature; a dot adds none', () => {
  expect(inkMm('M0 0L30 40M7 7L7 7')).toBe(5);
  expect(isSignature(NAME)).toBe(true);
});

test.each([
  ['a slip of the finger', 'M100 100L120 100'],
  ['nothing', ''],
  ['text', '王建国'],
  ['off the pad', `${NAME}L${SIGNATURE_PAD.width + 1} 10`],
  ['another command of SVG', `${NAME}A10 10`],
  ['a tag', `${NAME}"/><script>`],
  ['a number too large', 'M100 100L99999 100'],
  ['more than anybody writes', NAME.repeat(400)],
  ['no text', true],
])('%s is none', (_, value) => {
  expect(isSignature(value)).toBe(false);
});

test('a few words may be written on the higher pad, and are drawn again on a sheet as high', () => {
  const twoLines = `${NAME}M100 700L400 700`;
  expect([isSignature(twoLines), isHandwriting(twoLines), isHandwriting(NAME)]).toEqual([false, true, true]);
  expect([sheetOf(NAME), sheetOf(twoLines)]).toEqual(['0 0 1200 450', '0 0 1200 750']);
});
