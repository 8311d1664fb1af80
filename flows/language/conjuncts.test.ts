/** What a condition is taken apart into, and what keeps together. */
import { expect, test } from 'vitest';
import { conjunctsOf } from './conjuncts.ts';

test.each([
  ['a', ['a']],
  ['((a))', ['a']],
  ['(a) && (b)', ['a', 'b']],
  ['((a) && (!(b))) && (c == "x && y")', ['a', '!(b)', 'c == "x && y"']],
  ['a || b && c', ['a || b && c']],
  ['(a || b) && c', ['a || b', 'c']],
  ['a ? b && c : d', ['a ? b && c : d']],
  ['rows.exists(r, r.a && r.b) && d in ["e", "f"]', ['rows.exists(r, r.a && r.b)', 'd in ["e", "f"]']],
  [String.raw`a == "\" && b" && c`, [String.raw`a == "\" && b"`, 'c']],
])('%s', (condition, parts) => {
  expect(conjunctsOf(condition)).toEqual(parts);
});
