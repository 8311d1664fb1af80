/** The tables of printed proofs as types, for Kysely. */
import type { Generated, JSONColumnType } from 'kysely';
import type { PrintOutcome } from '#contract/devices/printer.ts';

export interface IssuedPaperTable {
  readonly kiosk_id: string;
  readonly record_id: string;
  readonly code: string;
  /** As the kiosk told of it: parse before use. */
  readonly record: JSONColumnType<object, string, never>;
  readonly received_at: number;
}

export interface PaperOutcomeTable {
  readonly kiosk_id: string;
  readonly record_id: string;
  readonly code: string;
  readonly outcome: PrintOutcome;
  readonly at: number;
  readonly arrival: Generated<number>;
}

export interface PaperTables {
  readonly issued_paper: IssuedPaperTable;
  readonly paper_outcome: PaperOutcomeTable;
}
