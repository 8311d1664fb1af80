/** The index of a release's content: made in pieces while nobody waits for it, or at once when it is asked for; kept as long as the content is. */
import type { Content } from '../release/content.ts';
import { makeIndex, type SearchIndex } from './search-index.ts';

type Making = Generator<void, SearchIndex>;
const indexes = new WeakMap<Content, SearchIndex | Making>();

/** What is still missing of it is made now. */
export function indexOf(content: Content): SearchIndex {
  for (;;) {
    const index = onePiece(content);
    if (index !== null) return index;
  }
}

/** Pauses between two pieces, of a few ms each: what wants the processor meanwhile gets it. */
export function* prepareIndex(content: Content): Generator<void, void> {
  while (onePiece(content) === null) yield;
}

/** Null: more are to come. */
function onePiece(content: Content): SearchIndex | null {
  const known = indexes.get(content) ?? makeIndex(content);
  if (!('next' in known)) return known;
  const made = known.next();
  indexes.set(content, made.done === true ? made.value : known);
  return made.done === true ? made.value : null;
}
