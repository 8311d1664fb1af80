/** The tables of `migrations/0003-enrolment.sql` as types, for Kysely. */

export interface DeviceKeyTable {
  readonly kiosk_id: string;
  readonly key_id: string;
  readonly public_key: string;
  readonly station: string;
  readonly enrolled_at: number;
  readonly revoked_at: number | null;
}

export interface SignatureNonceTable {
  readonly kiosk_id: string;
  readonly nonce: string;
  readonly seen_at: number;
}

export interface EnrolmentCodeTable {
  readonly code_hash: string;
  readonly station: string;
  readonly made_at: number;
  readonly expires_at: number;
  readonly used_at: number | null;
  readonly used_by: string | null;
  readonly used_key: string | null;
}

export interface EnrolmentTryTable {
  readonly source: string;
  readonly minute: number;
  readonly tries: number;
}

export interface EnrolmentTables {
  readonly device_key: DeviceKeyTable;
  readonly signature_nonce: SignatureNonceTable;
  readonly enrolment_code: EnrolmentCodeTable;
  readonly enrolment_try: EnrolmentTryTable;
}
