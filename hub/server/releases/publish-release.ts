/** Takes a signed release or names why not; the very first one brings the key that all later ones are taken by. */
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { PublishRelease } from '#contract/hub-releases.ts';
import { ReleaseKey, TargetsMetadata } from '#contract/release.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Database } from '../database/connect.ts';
import { checkMetadataSignature } from './check-metadata-signature.ts';
import { forgetOldReleases } from './forget-old-releases.ts';
import { gateContent, type ReleaseProblem } from './gate-content.ts';
import { findMissing } from './target-store.ts';

export interface PublishNeeds {
  readonly database: Database;
  readonly isOurKey: (keyId: string) => boolean;
  /** The hub's wall time in ms. */
  readonly now: number;
}

/** One publication at a time, over all hub processes: numbers only grow. */
const PUBLISH_LOCK = 8_700_005;

/** The version that is published now. The same release again is no mistake: the answer got lost. */
export async function publishRelease(
  { metadata, key }: PublishRelease,
  { database, isOurKey, now }: PublishNeeds,
): Promise<Result<number, ReleaseProblem>> {
  const pinned = await readTrust(database);
  const trust = pinned ?? key ?? null;
  if (trust === null) return fail({ name: 'untrustedKey', detail: 'The first release must bring its key.' });
  const signature = checkMetadataSignature(metadata, trust);
  if (signature !== 'good') return fail({ name: signature, detail: '' });
  const { version, expires, targets } = metadata.signed;
  const newest = await newestRelease(database);
  if (newest !== null && isDeepStrictEqual(newest, metadata)) return ok(version);
  if (Date.parse(expires) <= now) return fail({ name: 'expired', detail: expires });
  if (newest !== null && version <= newest.signed.version) return tooOld(version, newest.signed.version);
  const gated = await gateContent(database, metadata, isOurKey);
  if (!gated.ok) return gated;
  return await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${PUBLISH_LOCK})`.execute(transaction);
    // Somebody else may have published meanwhile, and even pinned another key.
    const meanwhile = await newestRelease(transaction);
    if (meanwhile !== null && version <= meanwhile.signed.version) return tooOld(version, meanwhile.signed.version);
    const pinnedMeanwhile = await readTrust(transaction);
    if (!isDeepStrictEqual(pinnedMeanwhile, pinned)) return fail({ name: 'untrustedKey', detail: '' });
    // What nobody named for a day may have been forgotten since the gate looked.
    const gone = await findMissing(transaction, metadata.signed);
    if (gone.length > 0) return fail({ name: 'incomplete', detail: gone.slice(0, 10).join(', ') });
    if (pinned === null)
      await transaction
        .insertInto('release_trust')
        .values({ key: JSON.stringify(trust), pinned_at: now })
        .execute();
    await transaction
      .insertInto('release')
      .values({
        version,
        metadata: JSON.stringify(metadata),
        published_at: now,
        targets: Object.keys(targets).length,
        bytes: gated.value,
      })
      .execute();
    await forgetOldReleases(transaction, now);
    return ok(version);
  });
}

/** The key releases are taken by; null while there was none. */
export async function readTrust(database: Pick<Database, 'selectFrom'>): Promise<ReleaseKey | null> {
  const row = await database.selectFrom('release_trust').select('key').executeTakeFirst();
  return row === undefined ? null : ReleaseKey.parse(row.key);
}

/** What kiosks shall run; null while nothing was published. */
export async function newestRelease(database: Pick<Database, 'selectFrom'>): Promise<TargetsMetadata | null> {
  const row = await database
    .selectFrom('release')
    .select('metadata')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : TargetsMetadata.parse(row.metadata);
}

/** A release that was published, newest or not; null when there is none of this version. */
export async function readRelease(
  database: Pick<Database, 'selectFrom'>,
  version: number,
): Promise<TargetsMetadata | null> {
  const row = await database.selectFrom('release').select('metadata').where('version', '=', version).executeTakeFirst();
  return row === undefined ? null : TargetsMetadata.parse(row.metadata);
}

function tooOld(version: number, newest: number): Result<never, ReleaseProblem> {
  return fail({ name: 'older', detail: `${version} is not newer than ${newest}.` });
}
