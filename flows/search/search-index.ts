/** The index of one release: which entries say a term, how much, and how rare the term is. Built once, never changed. */
import type { Content } from '../release/content.ts';
import { entriesOf, type Entry } from './entries.ts';
import { makeLexicon, type Lexicon, type Term } from './lexicon.ts';
import { plainRuns } from './plain-runs.ts';
import { eachTerm, foreignTerms } from './terms.ts';
import { WEIGHTS } from './weights.table.ts';

/** Entries that say a term, each with how much from 0 to 1: two rows of the same length. */
export interface Posting {
  readonly entries: readonly number[];
  readonly weights: readonly number[];
}

export interface SearchIndex {
  readonly entries: readonly Entry[];
  readonly lexicon: Lexicon;
  readonly postings: ReadonlyMap<Term, Posting>;
  /** The English stems among the terms: what a misspelt word may have been. */
  readonly english: readonly string[];
}

export function buildIndex(content: Content): SearchIndex {
  const making = makeIndex(content);
  for (;;) {
    const made = making.next();
    if (made.done === true) return made.value;
  }
}

/** In pieces of a few ms, one for each entry and pass: whoever makes it beside other work stops after any. */
export function* makeIndex(content: Content): Generator<void, SearchIndex> {
  const entries = entriesOf(content);
  const maker = makeLexicon(content.synonyms);
  const read = [];
  for (const { fields } of entries) {
    yield;
    const runs = fields.map(({ texts, ...field }) => ({ ...field, runs: texts.map(plainRuns) }));
    for (const { kind, runs: names } of runs) if (kind !== 'prose') for (const each of names) maker.addName(each, kind);
    read.push(runs);
  }
  const lexicon = maker.done();
  const postings = new Map<Term, { entries: number[]; weights: number[] }>();
  for (const [entry, fields] of read.entries()) {
    yield;
    for (const { runs, strength, kind } of fields) {
      const heed = (term: Term): void => {
        let posting = postings.get(term);
        if (posting === undefined) postings.set(term, (posting = { entries: [], weights: [] }));
        const last = posting.entries.length - 1;
        if (posting.entries[last] === entry) posting.weights[last] = (posting.weights[last] ?? 0) + strength;
        else {
          posting.entries.push(entry);
          posting.weights.push(strength);
        }
      };
      for (const each of runs)
        if (kind === 'foreign names') foreignTerms(each, heed);
        else eachTerm(lexicon, each, { toCharacters: kind === 'names', pastAsides: false }, heed);
    }
  }
  for (const { weights } of postings.values())
    for (const [at, strength] of weights.entries()) weights[at] = strength / (strength + WEIGHTS.saturation);
  const english = [...postings.keys()].filter((term) => term.startsWith('e')).map((term) => term.slice(1));
  return { entries, lexicon, postings, english };
}

/** How much it says that an entry has this term: 1 when only one has it, next to nothing when all do. */
export function rarity(index: SearchIndex, term: Term): number {
  const having = index.postings.get(term)?.entries.length ?? 0;
  const all = index.entries.length;
  return Math.log(1 + (all - having + 0.5) / (having + 0.5)) / Math.log(1 + (all - 0.5) / 1.5);
}
