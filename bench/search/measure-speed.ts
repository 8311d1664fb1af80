/** How quickly search answers among a thousand services, and how long its index takes, beside a rival and the least that would do. */
import type { BenchRow } from '#contract/bench-report.ts';
import type { Content } from '#flows/release/content.ts';
import type { Entry } from '#flows/search/entries.ts';
import { rank } from '#flows/search/rank.ts';
import { buildIndex } from '#flows/search/search-index.ts';
import { percentile } from '../shell/percentile.ts';
import { QUERY_SETS, readQueries } from './read-queries.ts';
import { rivalIndex } from './rival-index.ts';

const BUILDS = 5;

export function measureSpeed(content: Content, say: (line: string) => void): readonly BenchRow[] {
  const built = Array.from({ length: BUILDS }, () => timed(() => buildIndex(content)));
  const index = built.at(-1)?.value ?? buildIndex(content);
  const texts = textsOf(index.entries);
  const rivals = Array.from({ length: BUILDS }, () => timed(() => rivalIndex(index.entries)));
  const rival = rivals.at(-1)?.value ?? rivalIndex(index.entries);
  say(`${index.entries.length} services and packages, ${index.postings.size} terms`);
  const typed = QUERY_SETS.flatMap((set) => readQueries(set)).map(({ query }) => query);
  // Once before it counts: as in a hall, where the engine is warm after the first citizen.
  for (const query of typed) rank(index, query);
  const ours = typed.map((query) => timed(() => rank(index, query)).ms);
  const theirs = typed.map((query) => timed(() => rival(query)).ms);
  const looking = typed.map((query) => timed(() => texts.filter((text) => text.includes(query))).ms);
  const row = (what: string, value: number, limit: number, other: number): BenchRow => ({
    what,
    value,
    unit: 'ms',
    limit,
    ratio: value / limit,
    rival: { name: 'minisearch', value: other },
  });
  const reading = Array.from({ length: BUILDS }, () => timed(() => wordsIn(texts)).ms);
  const middle = (times: readonly { readonly ms: number }[]): number =>
    percentile(
      times.map(({ ms }) => ms),
      50,
    );
  return [
    row(
      'a search, p50 (limit: looking for the text in every text)',
      percentile(ours, 50),
      percentile(looking, 50),
      percentile(theirs, 50),
    ),
    row('a search, p95', percentile(ours, 95), percentile(looking, 95), percentile(theirs, 95)),
    row(
      'the index, p50 (limit: only finding the words of every text)',
      middle(built),
      percentile(reading, 50),
      middle(rivals),
    ),
  ];
}

function textsOf(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ fields }) => fields.flatMap(({ texts }) => texts).join('\n'));
}

function wordsIn(texts: readonly string[]): number {
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  return texts.reduce((sum, text) => sum + [...segmenter.segment(text)].length, 0);
}

function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const started = performance.now();
  const value = work();
  return { value, ms: performance.now() - started };
}
