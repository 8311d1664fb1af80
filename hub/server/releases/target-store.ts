/** The files of releases, each under its own hash: a file that is here is whole and unchanged. */
import { createHash } from 'node:crypto';
import type { TargetsMetadata } from '#contract/release.ts';
import type { Database } from '../database/connect.ts';

/** False when the bytes are not those of the hash. Storing the same file again changes nothing. */
export async function storeTarget(database: Database, sha256: string, bytes: Buffer, now: number): Promise<boolean> {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return false;
  await database
    .insertInto('release_target')
    .values({ sha256, bytes, stored_at: now })
    // Somebody is publishing it again: it is young again.
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ stored_at: now }))
    .execute();
  return true;
}

export async function readTarget(database: Database, sha256: string): Promise<Buffer | null> {
  const row = await database
    .selectFrom('release_target')
    .select('bytes')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

export async function readTargets(
  database: Database,
  hashes: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Buffer>> {
  if (hashes.size === 0) return new Map();
  const rows = await database
    .selectFrom('release_target')
    .select(['sha256', 'bytes'])
    .where('sha256', 'in', [...hashes])
    .execute();
  return new Map(rows.map((row) => [row.sha256, row.bytes]));
}

/** The names, inside the release, of files that are not here. */
export async function findMissing(
  database: Pick<Database, 'selectFrom'>,
  { targets }: TargetsMetadata['signed'],
): Promise<readonly string[]> {
  const named = Object.entries(targets);
  if (named.length === 0) return [];
  const rows = await database
    .selectFrom('release_target')
    .select('sha256')
    .where('sha256', 'in', [...new Set(named.map(([, { hashes }]) => hashes.sha256))])
    .execute();
  const here = new Set(rows.map(({ sha256 }) => sha256));
  return named.filter(([, { hashes }]) => !here.has(hashes.sha256)).map(([name]) => name);
}
