/** How well search finds: for each kind of query how often the right service comes first and among the first three, beside a rival. */
import type { BenchRow } from '#contract/bench-report.ts';
import type { Content } from '#flows/release/content.ts';
import { idOf } from '#flows/search/entries.ts';
import { rank } from '#flows/search/rank.ts';
import { buildIndex } from '#flows/search/search-index.ts';
import { QUERY_KINDS, UNWANTED, isUnwanted, readQueries, type QuerySet, type SearchQuery } from './read-queries.ts';
import { rivalIndex } from './rival-index.ts';

type Finder = (query: string) => readonly string[];

interface Finders {
  readonly ours: Finder;
  /** Only what is offered without a doubt. */
  readonly sure: Finder;
  readonly rival: Finder;
}

/** Only sums are told: nobody is to learn the queries that were held back. */
export function measureFinding(content: Content, set: QuerySet, say: (line: string) => void): readonly BenchRow[] {
  const index = buildIndex(content);
  const known = new Set(index.entries.map(({ found }) => idOf(found)));
  const queries = readQueries(set);
  const asked = queries.filter(({ expect, kind }) => isUnwanted(kind) || expect.some((id) => known.has(id)));
  if (asked.length < queries.length)
    say(`${set}: ${queries.length - asked.length} of ${queries.length} ask for what this catalogue doesn't have`);
  const ours: Finder = (query) => rank(index, query).hits.map(({ entry }) => idOf(entry.found));
  const sure: Finder = (query) => (rank(index, query).isSure ? ours(query) : []);
  const finders: Finders = { ours, sure, rival: rivalIndex(index.entries) };
  const wanted = asked.filter(({ kind }) => !isUnwanted(kind));
  return [
    ...rowsFor(`${set}, all ${wanted.length}`, wanted, finders),
    ...QUERY_KINDS.filter((kind) => !isUnwanted(kind)).flatMap((kind) => {
      const ofKind = wanted.filter((query) => query.kind === kind);
      return ofKind.length === 0 ? [] : rowsFor(`${set}, ${kind} (${ofKind.length})`, ofKind, finders);
    }),
    ...UNWANTED.flatMap((kind) => {
      const ofKind = asked.filter((query) => query.kind === kind);
      return ofKind.length === 0 ? [] : restraint(`${set}, ${kind}`, ofKind, finders);
    }),
  ];
}

function rowsFor(what: string, queries: readonly SearchQuery[], finders: Finders): readonly BenchRow[] {
  const ours = placesOf(queries, finders.ours);
  const sure = placesOf(queries, finders.sure);
  const rival = placesOf(queries, finders.rival);
  const within = (most: number) => (places: readonly number[]) =>
    share(
      places.filter((place) => place <= most),
      places,
    );
  const reciprocal = (places: readonly number[]) => sum(places.map((place) => 1 / place)) / places.length;
  return [
    rowOf(`${what}: first`, '%', within(1)(ours), within(1)(rival)),
    rowOf(`${what}: in the first three`, '%', within(3)(ours), within(3)(rival)),
    rowOf(`${what}: in the first three, and sure`, '%', within(3)(sure), within(3)(rival)),
    rowOf(`${what}: mean reciprocal place`, '', reciprocal(ours), reciprocal(rival)),
  ];
}

function rowOf(what: string, unit: '%' | '', value: number, rival: number): BenchRow {
  const limit = unit === '%' ? 100 : 1;
  return { what, value, unit, limit, ratio: value / limit, rival: { name: 'minisearch', value: rival } };
}

/** The place, from 1, of the first right answer for each query; infinite where there is none. */
function placesOf(queries: readonly SearchQuery[], finder: Finder): readonly number[] {
  return queries.map(({ query, expect }) => {
    const place = finder(query).findIndex((id) => expect.includes(id));
    return place === -1 ? Infinity : place + 1;
  });
}

/** Of what the hall doesn't do, how often nothing is offered, and how often nothing without a doubt. */
function restraint(what: string, queries: readonly SearchQuery[], { ours, sure, rival }: Finders): readonly BenchRow[] {
  const silent = (find: Finder): number =>
    share(
      queries.filter(({ query }) => find(query).length === 0),
      queries,
    );
  const set = `${what} (${queries.length})`;
  return [
    rowOf(`${set}: nothing foolish offered`, '%', silent(ours), silent(rival)),
    rowOf(`${set}: nothing foolish offered as sure`, '%', silent(sure), silent(rival)),
  ];
}

function share(some: readonly unknown[], all: readonly unknown[]): number {
  return (100 * some.length) / all.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
