/** The tables of `migrations/` as types, for Kysely. */
import type { Generated, JSONColumnType } from 'kysely';
import type { CaseState } from '#contract/hub-api.ts';
import type { DeskAction } from '#contract/hub-desk.ts';
import type { PrintOutcome } from '#contract/devices/printer.ts';
import type { PartTables } from '../cases/part-tables.ts';
import type { EnrolmentTables } from '../enrolment/enrolment-tables.ts';
import type { PaperTables } from '../papers/paper-tables.ts';
import type { PromiseTables } from '../promises/promise-tables.ts';
import type { ReleaseTables } from '../releases/release-tables.ts';

/** Written as JSON text, read as whatever was in it: parse before use. */
type JsonText = JSONColumnType<object, string, never>;

interface Place {
  readonly kiosk_id: string;
  readonly epoch: string;
  readonly seq: number;
}

export interface KioskTable {
  readonly kiosk_id: string;
  readonly station: string;
  readonly first_seen_at: number;
  readonly last_seen_at: number;
}

export interface EpochTable {
  readonly kiosk_id: string;
  readonly epoch: string;
  readonly ack_through: number;
  readonly ack_chain: string | null;
}

export interface RecordTable extends Place {
  readonly record_id: string;
  readonly kind: string;
  readonly fingerprint: string;
  readonly chain: string | null;
  readonly envelope: JsonText;
  readonly outcome: 'opened' | 'repeated' | 'quarantined';
  readonly reason: string | null;
  readonly body: JSONColumnType<object | null, string | null, string | null>;
  readonly received_at: number;
}

export interface QuarantineTable extends Place {
  readonly fingerprint: string;
  readonly record_id: string;
  readonly code: string;
  readonly reason: string;
  readonly envelope: JsonText;
  readonly received_at: number;
}

export interface AlarmTable extends Place {
  readonly code: string;
  readonly fingerprint: string;
  readonly detail: string;
  readonly raised_at: number;
}

export interface CaseFileTable {
  readonly kiosk_id: string;
  readonly record_id: string;
  readonly case_number: string;
  readonly service: string;
  readonly title: JsonText;
  readonly station: string;
  readonly station_name: JsonText | null;
  readonly state: CaseState;
  readonly applicant: string;
  readonly submitted_at: number;
  readonly received_at: number;
  readonly due_day: string;
  readonly record: JsonText;
  readonly changed_at: number;
  readonly reason: string | null;
  readonly person: string | null;
}

export interface CaseEventTable {
  readonly kiosk_id: string;
  readonly record_id: string;
  readonly number: number;
  readonly action: DeskAction['kind'];
  readonly reason: string | null;
  /** Null: the whole case. */
  readonly part: Generated<string | null>;
  readonly material: Generated<string | null>;
  readonly until_day: Generated<string | null>;
  readonly who: string;
  readonly at: number;
}

export interface ReceiptTable {
  readonly kiosk_id: string;
  readonly record_id: string;
  readonly case_number: string;
  readonly outcome: PrintOutcome;
  readonly at: number;
  readonly arrival: Generated<number>;
}

export interface RatingTable {
  readonly kiosk_id: string;
  readonly record_id: string;
  readonly case_number: string;
  readonly level: number;
  readonly at: number;
  readonly arrival: Generated<number>;
}

export interface CasePageTable {
  readonly kiosk_id: string;
  readonly record_id: string;
  readonly case_number: string;
  readonly material: string;
  readonly page: number;
  readonly pages: number;
  readonly bytes: number;
  readonly codes: JsonText;
}

export interface SealingKeyTable {
  readonly key_id: string;
  readonly public_key: string;
  /** Only until a hub has moved it into a file. */
  readonly private_key: string | null;
  readonly made_at: number;
}

export interface PersonKeyTable {
  readonly name: string;
  readonly secret: string;
  readonly made_at: number;
}

export interface AskedPersonTable {
  readonly kiosk_id: string;
  readonly person: string;
  readonly asked_at: number;
}

export interface Tables extends EnrolmentTables, PaperTables, PartTables, PromiseTables, ReleaseTables {
  readonly kiosk: KioskTable;
  readonly epoch: EpochTable;
  readonly record: RecordTable;
  readonly quarantine: QuarantineTable;
  readonly alarm: AlarmTable;
  readonly case_file: CaseFileTable;
  readonly case_event: CaseEventTable;
  readonly receipt: ReceiptTable;
  readonly rating: RatingTable;
  readonly case_page: CasePageTable;
  readonly sealing_key: SealingKeyTable;
  readonly person_key: PersonKeyTable;
  readonly asked_person: AskedPersonTable;
}
