/** The fields of a source: in the order of their list, each once, and none with a name that rules have for something else. */
import { expect, test } from 'vitest';
import { Source } from './source.ts';

const words = { 'zh-CN': '字', en: 'word' };
const sourceWith = (...names: readonly string[]) =>
  Source.safeParse({
    connector: 'office',
    label: words,
    nothing: words,
    fields: names.map((name) => ({ name, type: 'text', label: words, privacy: 'none' })),
  });

test('they keep the order of the list', () => {
  expect(Object.keys(sourceWith('street', 'count', 'area').data?.fields ?? {})).toEqual(['street', 'count', 'area']);
});

test.each([
  [['area', 'count', 'area'], 'there is a field area already', 2],
  [['area', 'found'], '"found" and "rows" mean something else', 1],
  [['rows'], '"found" and "rows" mean something else', 0],
])('%j is refused', (names, message, place) => {
  const issues = sourceWith(...names).error?.issues ?? [];
  expect(issues).toEqual([expect.objectContaining({ message, path: ['fields', place, 'name'] })]);
});
