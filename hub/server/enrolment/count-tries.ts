/** Stops whoever guesses codes. Counted in the database, so that several hub processes count together. */
import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';

const MINUTE_MS = 60_000;
const TRIES_PER_MINUTE = 20;
const KEPT_MINUTES = 60;

/** Counts this try; false when there were too many in this minute. `source` is a network address. */
export async function mayTry(database: Database, source: string, now: number): Promise<boolean> {
  const minute = Math.floor(now / MINUTE_MS);
  const { tries } = await database
    .insertInto('enrolment_try')
    .values({ source, minute, tries: 1 })
    .onConflict((conflict) =>
      conflict.columns(['source', 'minute']).doUpdateSet({ tries: sql<number>`enrolment_try.tries + 1` }),
    )
    .returning('tries')
    .executeTakeFirstOrThrow();
  if (tries === 1)
    await database
      .deleteFrom('enrolment_try')
      .where('minute', '<', minute - KEPT_MINUTES)
      .execute();
  return tries <= TRIES_PER_MINUTE;
}

/** A code that was good counts for nothing: many kiosks may share one address. */
export async function forgiveTry(database: Database, source: string, now: number): Promise<void> {
  await database
    .updateTable('enrolment_try')
    .set({ tries: sql<number>`tries - 1` })
    .where('source', '=', source)
    .where('minute', '=', Math.floor(now / MINUTE_MS))
    .execute();
}
