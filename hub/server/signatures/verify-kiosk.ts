/** Proves that a request comes from an enrolled kiosk, is fresh, and is here for the first time. */
import { createPublicKey, verify } from 'node:crypto';
import { SIGNATURE_WINDOW_MS, type KioskRefusal } from '#contract/hub-enrolment.ts';
import type { KioskId } from '#contract/ids.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Database } from '../database/connect.ts';
import { raiseKeyAlarm } from '../enrolment/key-alarm.ts';
import { readSignedRequest, type RawRequest, type SignedRequest } from './read-signed-request.ts';

/** `named`: the kiosk in the address, or null when the address names none. `now`: the hub's wall time in ms. */
export async function verifyKiosk(
  database: Database,
  request: RawRequest,
  named: string | null,
  now: number,
): Promise<Result<KioskId, KioskRefusal>> {
  const read = readSignedRequest(request);
  if (!read.ok) return read;
  const signed = read.value;
  const key = await database
    .selectFrom('device_key')
    .select(['public_key', 'revoked_at'])
    .where('kiosk_id', '=', signed.kiosk)
    .where('key_id', '=', signed.keyId)
    .executeTakeFirst();
  if (key === undefined) return fail('kiosk.unknown');
  if (!isSignedBy(key.public_key, signed)) return fail('signature.bad');
  if (named !== null && named !== signed.kiosk) {
    await raiseKeyAlarm(database, signed.kiosk, { code: 'keyOfOtherKiosk', other: named, at: now });
    return fail('kiosk.unknown');
  }
  if (key.revoked_at !== null) {
    // A kiosk that is enrolled anew may have asked with its old key just then.
    if (now > key.revoked_at + SIGNATURE_WINDOW_MS && (await wasReplaced(database, signed)))
      await raiseKeyAlarm(database, signed.kiosk, { code: 'replacedKeyUsed', other: signed.keyId, at: now });
    return fail('kiosk.revoked');
  }
  if (Math.abs(now - signed.created) > SIGNATURE_WINDOW_MS || now > signed.expires) return fail('signature.old');
  return (await isFirst(database, signed, now)) ? ok(signed.kiosk) : fail('signature.replayed');
}

/** The kiosk goes on under another key: then whoever uses this one is another machine, or an old copy of its disk. */
async function wasReplaced(database: Database, { kiosk, keyId }: SignedRequest): Promise<boolean> {
  const other = await database
    .selectFrom('device_key')
    .select('key_id')
    .where('kiosk_id', '=', kiosk)
    .where('key_id', '<>', keyId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return other !== undefined;
}

function isSignedBy(publicKey: string, { base, signature }: SignedRequest): boolean {
  const x = Buffer.from(publicKey, 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, Buffer.from(base), key, signature);
}

/** In the database, so that all hub processes remember alike. What no window lets through any more is forgotten. */
async function isFirst(database: Database, { kiosk, nonce }: SignedRequest, now: number): Promise<boolean> {
  const added = await database
    .insertInto('signature_nonce')
    .values({ kiosk_id: kiosk, nonce, seen_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if ((added.numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
  await database
    .deleteFrom('signature_nonce')
    .where('kiosk_id', '=', kiosk)
    .where('seen_at', '<', now - 3 * SIGNATURE_WINDOW_MS)
    .execute();
  await database.updateTable('kiosk').set({ last_seen_at: now }).where('kiosk_id', '=', kiosk).execute();
  return true;
}
