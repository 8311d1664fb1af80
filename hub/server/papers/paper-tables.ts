/** The tables of printed proofs as types, for Kysely. */
import type { Generated, JSONColumnType } from 'kysely';
import type { PrintOutcome } from '#contract/devices/printer.ts';

export interface IssuedPaperTable {
  readonly kiosk_id: string;
  readonly record_id: string;
  readonly code: string;
  readonly service: string;
  readonly service_title: JSONColumnType<object, string, never> | null;
  readonly title: JSONColumnType<object, string, never>;
  readonly station: string;
  readonly station_name: JSONColumnType<object, string, never> | null;
  readonly day: string;
  readonly issued_at: number;
  readonly facts: string;
  readonly shown: JSONColumnType<object, string, never> | null;
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
