/** The index of a release's content, built when it is first asked for and kept as long as the content is. */
import type { Content } from '../release/content.ts';
import { buildIndex, type SearchIndex } from './search-index.ts';

const indexes = new WeakMap<Content, SearchIndex>();

export function indexOf(content: Content): SearchIndex {
  let index = indexes.get(content);
  if (index === undefined) indexes.set(content, (index = buildIndex(content)));
  return index;
}
