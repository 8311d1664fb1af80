/** The files of releases, each under its own hash: a file that is here is whole and unchanged. */
import { createHash } from 'node:crypto';
import type { Database } from '../database/connect.ts';

/** False when the bytes are not those of the hash. Storing the same file again changes nothing. */
export async function storeTarget(database: Database, sha256: string, bytes: Buffer, now: number): Promise<boolean> {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return false;
  await database
    .insertInto('release_target')
    .values({ sha256, bytes, stored_at: now })
    .onConflict((conflict) => conflict.doNothing())
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
