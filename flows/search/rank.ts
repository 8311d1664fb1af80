/** The entries of an index that answer what was typed, the likeliest first; none when nothing speaks for any. */
import type { Entry } from './entries.ts';
import { hearQuery } from './hear-query.ts';
import { rarity, type SearchIndex } from './search-index.ts';

export interface Hit {
  readonly entry: Entry;
  /** Comparable only within one answer and against the floor. */
  readonly score: number;
}

/** What an answer says: the likeliest entries, and whether to believe them. */
export interface Answer {
  /** Empty when nothing speaks for any. */
  readonly hits: readonly Hit[];
  /** False: it may as well be chance, so whoever shows it says so. */
  readonly isSure: boolean;
}

/**
 * By how much the best must lead what no hall does, and by how much more of all that was said: a long sentence has some
 * words of any service by chance. The table in `bench/README.md` shows what other floors would do, and how these were chosen.
 */
const TO_BE_OFFERED = { lead: 0.2, ofSaid: 0.05 };
const TO_BE_SURE = { lead: 0.5, ofSaid: 0.08 };
/** What has so much less than the best is not what was meant. */
const SHARE_OF_BEST = 0.12;
/** Nobody types a longer sentence; a longer one costs no more than this. */
const LONGEST_QUERY = 200;

export function rank(index: SearchIndex, text: string): Answer {
  const { scores, said, guessed } = weigh(index, text.slice(0, LONGEST_QUERY));
  const elsewhere = index.entries.findIndex(({ found }) => 'elsewhere' in found);
  const against = scores[elsewhere] ?? 0;
  const offers = index.entries.flatMap((entry, at) =>
    at === elsewhere ? [] : [{ entry, at, score: scores[at] ?? 0 }],
  );
  const best = offers.reduce((most, each) => (each.score > most.score ? each : most), { at: 0, score: 0 });
  const whole = said + (guessed[best.at] ?? 0);
  const leads = ({ lead, ofSaid }: typeof TO_BE_SURE): boolean => best.score - against >= lead + ofSaid * whole;
  if (!leads(TO_BE_OFFERED)) return { hits: [], isSure: true };
  const hits = offers
    .filter(({ score }) => score > 0 && score >= best.score * SHARE_OF_BEST)
    .toSorted((one, other) => other.score - one.score || one.at - other.at)
    .map(({ entry, score }) => ({ entry, score }));
  return { hits, isSure: leads(TO_BE_SURE) };
}

interface Weighed {
  /** By entry: how much of what was meant speaks for it. */
  readonly scores: Float64Array;
  /** Of each score, what isn't written in the query but only sounds or looks alike. */
  readonly guessed: Float64Array;
  /** All that is written, whether any entry has it or none. */
  readonly said: number;
}

function weigh(index: SearchIndex, text: string): Weighed {
  const { terms, written } = hearQuery(index, text);
  const scores = new Float64Array(index.entries.length);
  const guessed = new Float64Array(index.entries.length);
  let said = 0;
  for (const [term, weight] of terms) {
    const says = weight * rarity(index, term);
    const isWritten = written.has(term);
    if (isWritten) said += says;
    const posting = index.postings.get(term);
    posting?.entries.forEach((entry, at) => {
      const speaks = says * (posting.weights[at] ?? 0);
      scores[entry] = (scores[entry] ?? 0) + speaks;
      if (!isWritten) guessed[entry] = (guessed[entry] ?? 0) + speaks;
    });
  }
  return { scores, guessed, said };
}
