/** The tables of `migrations/0008-broken-promises.sql` as types, for Kysely. */
import type { JSONColumnType } from 'kysely';
import type { Bars } from '#contract/promise-list.ts';

export interface BrokenPromiseTable {
  readonly id: string;
  readonly person: string;
  readonly case_number: string;
  readonly service: string;
  /** Written as JSON text, read as whatever was in it: parse before use. */
  readonly title: JSONColumnType<object, string, never>;
  readonly applicant: string;
  readonly bars: Bars;
  readonly since_day: string;
  readonly until_day: string | null;
  readonly reason: string;
  readonly who: string;
  readonly at: number;
}

export interface PromiseLiftedTable {
  readonly id: string;
  readonly reason: string;
  readonly who: string;
  readonly at: number;
}

export interface PromiseTables {
  readonly broken_promise: BrokenPromiseTable;
  readonly promise_lifted: PromiseLiftedTable;
}
