/** Stops a kiosk that asks about one person after another: whoever stole it, and his key with it, must not fish with it. */
import type { Database } from '../database/connect.ts';
import { raiseKioskAlarm } from '../enrolment/kiosk-alarm.ts';

const WINDOW_MS = 3_600_000;
/** More than ever stand before one kiosk in an hour. */
export const PEOPLE_IN_AN_HOUR = 40;

/**
 * `person`: a mark, see `sealing/person-key.ts`. Counted in the database, so that all hub processes count together: written
 * first and counted then, or questions at the same moment would not see each other. While somebody asks on, it stays shut.
 */
export async function mayAskAbout(database: Database, kiosk: string, person: string, now: number): Promise<boolean> {
  await database
    .insertInto('asked_person')
    .values({ kiosk_id: kiosk, person, asked_at: now })
    .onConflict((conflict) => conflict.columns(['kiosk_id', 'person']).doUpdateSet({ asked_at: now }))
    .execute();
  await database
    .deleteFrom('asked_person')
    .where('kiosk_id', '=', kiosk)
    .where('asked_at', '<', now - WINDOW_MS)
    .execute();
  const { people } = await database
    .selectFrom('asked_person')
    .select((from) => from.fn.countAll<number>().as('people'))
    .where('kiosk_id', '=', kiosk)
    .executeTakeFirstOrThrow();
  if (people <= PEOPLE_IN_AN_HOUR) return true;
  const detail = `asked about more than ${PEOPLE_IN_AN_HOUR} people within an hour`;
  // Once for each hour.
  const fingerprint = String(Math.floor(now / WINDOW_MS));
  await raiseKioskAlarm(database, kiosk, { code: 'tooManyPeople', fingerprint, detail, at: now });
  return false;
}
