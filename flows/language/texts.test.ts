/** Gaps in texts: filled with what belongs there, a number with the word it takes. */
import { expect, test } from 'vitest';
import { fillGaps, gapsIn, longestForm, withoutGaps } from './texts.ts';

const FOUND = '{count case is/cases are} found, {of}';

test.each([
  [0, '0 cases are found, here'],
  [1, '1 case is found, here'],
  ['1', '1 case is found, here'],
  [21, '21 cases are found, here'],
])('a count of %s says its word', (count, said) => {
  expect(fillGaps(FOUND, { count, of: 'here' })).toBe(said);
});

test('what nothing is known of stays visible', () => {
  expect(fillGaps(FOUND, { of: 'here' })).toBe('{count case is/cases are} found, here');
});

test('a gap with words is known by its name, and is as wide as the longer of them', () => {
  expect(gapsIn(FOUND)).toEqual(['count', 'of']);
  expect(withoutGaps(FOUND)).toBe(' found, ');
  expect(longestForm(FOUND)).toBe('{count} cases are found, {of}');
});
