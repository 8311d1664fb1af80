/** One-time codes: made here, shown once, kept as a hash only. */
import { randomInt, scrypt } from 'node:crypto';
import { CODE_LIFE_MS, EnrolmentCode, type IssuedCode } from '#contract/hub-enrolment.ts';
import type { StationId } from '#contract/ids.ts';
import type { Database } from '../database/connect.ts';

/** No 0 and O, no 1, I and L. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Codes stay listed this long after their time, so that whoever tries one hears why it is no use. */
const REMEMBERED_MS = 7 * 24 * 3_600_000;

/** `now`: the hub's wall time in ms. */
export async function issueCode(database: Database, station: StationId, now: number): Promise<IssuedCode> {
  const letters = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const code = EnrolmentCode.parse(`${letters.slice(0, 4)}-${letters.slice(4)}`);
  const expiresAt = now + CODE_LIFE_MS;
  await database
    .deleteFrom('enrolment_code')
    .where('expires_at', '<', now - REMEMBERED_MS)
    .execute();
  await database
    .insertInto('enrolment_code')
    .values({ code_hash: await hashCode(code), station, made_at: now, expires_at: expiresAt })
    .execute();
  return { code, station, expiresAt };
}

/** Slow on purpose: 40 bits behind a fast hash could be found by whoever reads the table. One salt, so that it can be looked up. */
export function hashCode(code: EnrolmentCode): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(code, 'yeban/enrolment-code/v1', 32, (error, hash) => {
      if (error === null) resolve(hash.toString('hex'));
      else reject(error);
    });
  });
}
