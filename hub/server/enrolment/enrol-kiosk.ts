/** Makes a kiosk known by its key, for one good code. */
import { sql, type Transaction } from 'kysely';
import type { EnrolRequest } from '#contract/hub-enrolment.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import { keyIdOf } from '../signatures/key-id.ts';
import type { ENROLMENT_FAULTS } from './enrolment-faults.ts';
import { raiseKeyAlarm } from './key-alarm.ts';
import { hashCode } from './one-time-code.ts';

export type EnrolmentRefusal = keyof typeof ENROLMENT_FAULTS;

/** One enrolment at a time, so that two kiosks can not bring the same key at once. */
const ENROLMENT_LOCK = 8_700_004;
const KEY_BYTES = 32;

/** The id of the key from now on. Asked again by the same kiosk with the same key, the answer is the same: it got lost. */
export async function enrolKiosk(
  database: Database,
  request: EnrolRequest,
  now: number,
): Promise<Result<string, EnrolmentRefusal>> {
  const publicKey = Buffer.from(request.publicKey, 'base64');
  if (publicKey.length !== KEY_BYTES) return fail('enrolment.malformed');
  const codeHash = await hashCode(request.code);
  const keyId = keyIdOf(request.kiosk, publicKey);
  return await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${ENROLMENT_LOCK})`.execute(transaction);
    const code = await transaction
      .selectFrom('enrolment_code')
      .selectAll()
      .where('code_hash', '=', codeHash)
      .executeTakeFirst();
    if (code === undefined) return fail('enrolment.codeUnknown');
    const known = await findKey(transaction, request, keyId, now);
    if (!known.ok) return known;
    if (code.used_at !== null)
      return known.value === 'enrolled' && code.used_key === keyId ? ok(keyId) : fail('enrolment.codeUsed');
    if (now > code.expires_at) return fail('enrolment.codeExpired');
    if (code.station !== request.station) return fail('enrolment.otherStation');
    await useCode(transaction, codeHash, request, keyId, now);
    return ok(keyId);
  });
}

async function findKey(
  transaction: Transaction<Tables>,
  { kiosk, publicKey }: EnrolRequest,
  keyId: string,
  now: number,
): Promise<Result<'new' | 'enrolled', EnrolmentRefusal>> {
  const keys = await transaction.selectFrom('device_key').selectAll().where('public_key', '=', publicKey).execute();
  const owner = keys.find((key) => key.kiosk_id !== kiosk);
  if (owner !== undefined) {
    await raiseKeyAlarm(transaction, owner.kiosk_id, { code: 'keyReused', other: kiosk, at: now });
    return fail('enrolment.keyTaken');
  }
  const own = keys.find((key) => key.key_id === keyId);
  if (own === undefined) return ok('new');
  return own.revoked_at === null ? ok('enrolled') : fail('enrolment.keyRevoked');
}

async function useCode(
  transaction: Transaction<Tables>,
  codeHash: string,
  { kiosk, station, publicKey }: EnrolRequest,
  keyId: string,
  now: number,
): Promise<void> {
  await transaction
    .updateTable('enrolment_code')
    .set({ used_at: now, used_by: kiosk, used_key: keyId })
    .where('code_hash', '=', codeHash)
    .execute();
  await transaction
    .updateTable('device_key')
    .set({ revoked_at: now })
    .where('kiosk_id', '=', kiosk)
    .where('key_id', '<>', keyId)
    .where('revoked_at', 'is', null)
    .execute();
  await transaction
    .insertInto('device_key')
    .values({ kiosk_id: kiosk, key_id: keyId, public_key: publicKey, station, enrolled_at: now })
    .onConflict((conflict) => conflict.columns(['kiosk_id', 'key_id']).doUpdateSet({ station, enrolled_at: now }))
    .execute();
  await transaction
    .insertInto('kiosk')
    .values({ kiosk_id: kiosk, station, first_seen_at: now, last_seen_at: now })
    .onConflict((conflict) => conflict.column('kiosk_id').doUpdateSet({ station, last_seen_at: now }))
    .execute();
}
