/** The tables of `migrations/0011-parts-and-papers.sql` as types, for Kysely. */
import type { Generated, JSONColumnType } from 'kysely';
import type { PartState } from '#contract/hub-parts.ts';

/** Written as JSON text, read as whatever was in it: parse before use. */
type JsonText = JSONColumnType<object, string, never>;

interface OfCase {
  readonly kiosk_id: string;
  readonly record_id: string;
  /** As the kiosk named them, from 0. */
  readonly position: number;
}

export interface CasePartTable extends OfCase {
  readonly part: string;
  readonly title: JsonText;
  readonly office: JsonText;
  readonly due_day: string;
  readonly state: PartState;
  readonly changed_at: number;
  readonly reason: string | null;
}

export interface OwedPaperTable extends OfCase {
  readonly material: string;
  readonly label: JsonText;
  readonly due_day: string;
  readonly brought: Generated<boolean>;
}

export interface PartTables {
  readonly case_part: CasePartTable;
  readonly owed_paper: OwedPaperTable;
}
