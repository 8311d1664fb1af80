/** Forgets releases that nobody goes back to any more, and files that no release names. */
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** A year of a release a week: so far back a manager can go. */
export const KEPT_RELEASES = 52;
/** Files come before the release that names them; whoever is publishing has this long. */
export const UNNAMED_FILES_LIVE_MS = 24 * 3_600_000;

/** While nobody else publishes. `now`: the hub's wall time in ms. */
export async function forgetOldReleases(transaction: Transaction<Tables>, now: number): Promise<void> {
  await sql`
    delete from release where version not in (select version from release order by version desc limit ${KEPT_RELEASES})
  `.execute(transaction);
  await sql`
    delete from release_target
    where stored_at < ${now - UNNAMED_FILES_LIVE_MS} and sha256 not in (
      select target.value -> 'hashes' ->> 'sha256'
      from release, json_each(release.metadata -> 'signed' -> 'targets') as target
    )
  `.execute(transaction);
}
