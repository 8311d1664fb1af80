/** The index is made before anybody searches, in pieces; whoever searches meanwhile finds everything. */
import { expect, test } from 'vitest';
import { fewContent } from '#fixtures/release/kept-content.ts';
import { indexOf, prepareIndex } from './index-of.ts';
import { buildIndex } from './search-index.ts';

test('made in pieces it is the one that is made at once, and is there when it is asked for', async () => {
  const content = await fewContent();
  const pieces = [...prepareIndex(content)].length;
  expect(pieces).toBe(2 * indexOf(content).entries.length);
  expect(indexOf(content)).toBe(indexOf(content));
  expect([...indexOf(content).postings]).toEqual([...buildIndex(content).postings]);
});

test('who searches before it is ready waits for the rest of it, and nothing is made twice', async () => {
  const content = await fewContent();
  const preparing = prepareIndex(content);
  preparing.next();
  const index = indexOf(content);
  expect([...index.postings]).toEqual([...buildIndex(content).postings]);
  expect(preparing.next().done).toBe(true);
  expect(indexOf(content)).toBe(index);
});
