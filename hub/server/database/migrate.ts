/** Brings the schema up to date: numbered SQL files, each in one transaction, one hub at a time. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Log } from '#contract/log.ts';
import type { Database } from './connect.ts';

const FOLDER = join(import.meta.dirname, 'migrations');
const FILE = /^(\d{4})-[a-z0-9-]+\.sql$/;
/** Any number, the same in every hub. */
const MIGRATION_LOCK = 8_700_002;

/** All or nothing: the lock, every missing file and the note of what was done are one transaction. */
export async function migrate(database: Database, log: Log): Promise<void> {
  const files = (await readdir(FOLDER)).filter((name) => FILE.test(name)).sort();
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction);
    await sql`create table if not exists schema_migration (name text primary key, done_at timestamptz not null default now())`.execute(
      transaction,
    );
    const done = await sql<{ name: string }>`select name from schema_migration`.execute(transaction);
    const names = new Set(done.rows.map((row) => row.name));
    for (const name of names) {
      if (!files.includes(name)) throw new Error(`the database is newer than this hub: it has had ${name}`);
    }
    for (const name of files.filter((file) => !names.has(file))) {
      await sql.raw(await readFile(join(FOLDER, name), 'utf8')).execute(transaction);
      await sql`insert into schema_migration (name) values (${name})`.execute(transaction);
      log('database.migrated', { name });
    }
  });
}
