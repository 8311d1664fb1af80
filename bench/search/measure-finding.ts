/** How well search finds: for each kind of query how often the right service comes first and among the first three, beside a rival. */
import type { BenchRow } from '#contract/bench-report.ts';
import type { Content } from '#flows/release/content.ts';
import { idOf } from '#flows/search/entries.ts';
import { rank } from '#flows/search/rank.ts';
import { buildIndex } from '#flows/search/search-index.ts';
import { QUERY_KINDS, UNWANTED, isUnwanted, readQueries, type QuerySet, type SearchQuery } from './read-queries.ts';
import { rivalIndex } from './rival-index.ts';

type Finder = (query: string) => readonly string[];

/** Only sums are told: nobody is to learn the queries that were held back. */
export function measureFinding(content: Content, set: QuerySet, say: (line: string) => void): readonly BenchRow[] {
  const index = buildIndex(content);
  const known = new Set(index.entries.map(({ found }) => idOf(found)));
  const queries = readQueries(set);
  const asked = queries.filter(({ expect, kind }) => isUnwanted(kind) || expect.some((id) => known.has(id)));
  if (asked.length < queries.length)
    say(`${set}: ${queries.length - asked.length} of ${queries.length} ask for what this catalogue doesn't have`);
  const finder: Finder = (query) => rank(index, query).map(({ entry }) => idOf(entry.found));
  const rival: Finder = rivalIndex(index.entries);
  const wanted = asked.filter(({ kind }) => !isUnwanted(kind));
  return [
    ...rowsFor(`${set}, all ${wanted.length}`, wanted, finder, rival),
    ...QUERY_KINDS.filter((kind) => !isUnwanted(kind)).flatMap((kind) => {
      const ofKind = wanted.filter((query) => query.kind === kind);
      return ofKind.length === 0 ? [] : rowsFor(`${set}, ${kind} (${ofKind.length})`, ofKind, finder, rival);
    }),
    ...UNWANTED.flatMap((kind) => {
      const ofKind = asked.filter((query) => query.kind === kind);
      return ofKind.length === 0 ? [] : [restraint(`${set}, ${kind}`, ofKind, finder, rival)];
    }),
  ];
}

function rowsFor(what: string, queries: readonly SearchQuery[], finder: Finder, rival: Finder): readonly BenchRow[] {
  const [ours, theirs] = [placesOf(queries, finder), placesOf(queries, rival)];
  const row = (name: string, unit: string, best: number, figure: (places: readonly number[]) => number): BenchRow => ({
    what: `${what}: ${name}`,
    value: figure(ours),
    unit,
    limit: best,
    ratio: figure(ours) / best,
    rival: { name: 'minisearch', value: figure(theirs) },
  });
  const within = (most: number) => (places: readonly number[]) =>
    share(
      places.filter((place) => place <= most),
      places,
    );
  return [
    row('first', '%', 100, within(1)),
    row('in the first three', '%', 100, within(3)),
    row('mean reciprocal place', '', 1, (places) => sum(places.map((place) => 1 / place)) / places.length),
  ];
}

/** The place, from 1, of the first right answer for each query; infinite where there is none. */
function placesOf(queries: readonly SearchQuery[], finder: Finder): readonly number[] {
  return queries.map(({ query, expect }) => {
    const place = finder(query).findIndex((id) => expect.includes(id));
    return place === -1 ? Infinity : place + 1;
  });
}

/** Of what the hall doesn't do, how often nothing is offered. */
function restraint(what: string, queries: readonly SearchQuery[], finder: Finder, rival: Finder): BenchRow {
  const silent = (find: Finder): number =>
    share(
      queries.filter(({ query }) => find(query).length === 0),
      queries,
    );
  const value = silent(finder);
  return {
    what: `${what} (${queries.length}): nothing foolish offered`,
    value,
    unit: '%',
    limit: 100,
    ratio: value / 100,
    rival: { name: 'minisearch', value: silent(rival) },
  };
}

function share(some: readonly unknown[], all: readonly unknown[]): number {
  return (100 * some.length) / all.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
