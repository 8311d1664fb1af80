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
  [['area', 'count', 'area'], 'form.fieldTwice', 2],
  [['area', 'found'], 'form.fieldTaken', 1],
  [['rows'], 'form.fieldTaken', 0],
])('%j is refused', (names, finding, place) => {
  const issues = sourceWith(...names).error?.issues ?? [];
  expect(issues).toEqual([expect.objectContaining({ params: { finding }, path: ['fields', place, 'name'] })]);
});
