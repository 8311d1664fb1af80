/** The entries of an index that answer what was typed, the likeliest first; none when nothing speaks for any. */
import { idOf, type Entry } from './entries.ts';
import { hearQuery } from './hear-query.ts';
import { rarity, type SearchIndex } from './search-index.ts';

export interface Hit {
  readonly entry: Entry;
  /** Comparable only within one answer and against the floor. */
  readonly score: number;
}

/** Score times the share of what was typed that speaks for it: below this an offer would be a guess. */
const FLOOR = 0.08;
/** What has so much less than the best is not what was meant. */
const SHARE_OF_BEST = 0.12;
/** Nobody types a longer sentence; a longer one costs no more than this. */
const LONGEST_QUERY = 200;

export function rank(index: SearchIndex, text: string): readonly Hit[] {
  const scores = new Float64Array(index.entries.length);
  let whole = 0;
  for (const [term, weight] of hearQuery(index, text.slice(0, LONGEST_QUERY))) {
    const says = weight * rarity(index, term);
    whole += says;
    const posting = index.postings.get(term);
    posting?.entries.forEach((entry, at) => {
      scores[entry] = (scores[entry] ?? 0) + says * (posting.weights[at] ?? 0);
    });
  }
  const best = Math.max(...scores);
  if (best * (best / whole) < FLOOR) return [];
  const hits = index.entries
    .map((entry, at) => ({ entry, score: scores[at] ?? 0 }))
    .filter(({ score }) => score > 0 && score >= best * SHARE_OF_BEST)
    .toSorted((one, other) => other.score - one.score || (idOf(one.entry.found) < idOf(other.entry.found) ? -1 : 1));
  const [first] = hits;
  if (first === undefined || 'elsewhere' in first.entry.found) return [];
  return hits.filter(({ entry }) => !('elsewhere' in entry.found));
}
