/** The tables of `migrations/0004-releases.sql` and `0006-release-reports.sql` as types, for Kysely. */
import type { Generated, JSONColumnType } from 'kysely';

type JsonText = JSONColumnType<object, string, never>;

export interface ReleaseTargetTable {
  readonly sha256: string;
  readonly bytes: Buffer;
  readonly stored_at: number;
}

export interface ReleaseTable {
  readonly version: number;
  readonly metadata: JsonText;
  readonly published_at: number;
  readonly targets: number;
  readonly bytes: number;
}

export interface ReleaseTrustTable {
  readonly only_one: Generated<boolean>;
  readonly key: JsonText;
  readonly pinned_at: number;
}

export interface ReleaseReportTable {
  readonly kiosk_id: string;
  readonly release: number | null;
  readonly refused: string | null;
  readonly reported_at: number;
}

export interface ReleaseTables {
  readonly release_target: ReleaseTargetTable;
  readonly release: ReleaseTable;
  readonly release_trust: ReleaseTrustTable;
  readonly release_report: ReleaseReportTable;
}
