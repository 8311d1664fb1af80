/** One row as it arrived: where it belongs, and what could be read of it. */
import type { RecordBody } from '#contract/record.ts';
import type { Result } from '#contract/result.ts';

/** Why a row is refused. The code is for programs, the reason for a technician; neither holds anything of a citizen. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly reason: string;
}

export type RefusalCode =
  | 'malformed'
  | 'hashMismatch'
  | 'unknownKey'
  | 'notOpened'
  | 'badBody'
  | 'newerKind'
  | 'placeTaken'
  | 'recordIdReused'
  | 'caseNumberReused';

export interface ArrivedRow {
  readonly epoch: string;
  readonly seq: number;
  readonly id: string;
  /** `unknown` when not even that could be read. */
  readonly kind: string;
  /** The row's hash when it is true, else the SHA-256 of all that came: equal only for the same row. */
  readonly fingerprint: string;
  /** Null when the row has no readable chain. */
  readonly chain: string | null;
  /** JSON text of the row, sealed as it came. */
  readonly envelope: string;
  /** Whose case the row brings, as a mark; null for every other row. */
  readonly person: string | null;
  readonly content: Result<RecordBody, Refusal>;
  /** All that was inside the seal. What of it this hub does not know yet is kept there for one that does. */
  readonly came: unknown;
}
