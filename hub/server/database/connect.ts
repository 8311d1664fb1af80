/** The hub's connection pool, and the proof that this PostgreSQL keeps what it says it keeps. */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Log } from '#contract/log.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

const INT8 = 20;

/** Rejects with words when the server is older than 15 or may forget a commit (fsync or full_page_writes off). */
export async function connect(url: string, log: Log): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    // Set here and not only on the server: a commit has to be on disk before we answer, wherever DATABASE_URL points.
    options: '-c synchronous_commit=on',
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) },
  });
  // An idle connection that breaks is replaced by the pool; a query on a broken one rejects by itself.
  pool.on('error', (error) => log('database.connection-lost', { code: 'code' in error ? String(error.code) : 'none' }));
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await proveDurable(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
}

async function proveDurable(database: Database): Promise<void> {
  const asked = await sql<{ version: number; fsync: string; pages: string; commit: string }>`
    select current_setting('server_version_num')::int as version, current_setting('fsync') as fsync,
           current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commit
  `.execute(database);
  const server = asked.rows[0];
  if (server === undefined) throw new Error('the database does not answer');
  if (server.version < 150_000) throw new Error('the hub needs PostgreSQL 15 or later');
  if (server.fsync !== 'on' || server.pages !== 'on' || server.commit !== 'on')
    throw new Error(
      'this PostgreSQL may forget what it committed: turn fsync, full_page_writes and synchronous_commit on',
    );
}
