/** Opens the database file as the only user of it, with every durability setting stated and read back. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { StoreRefusal } from './store-refusal.ts';

export type StoreDatabase = Database.Database;

const LOCK_WAIT_MS = 1_000;
const JOURNAL_LIMIT_BYTES = 4 * 1024 * 1024;
const MIGRATIONS = path.join(import.meta.dirname, 'migrations');

/** Throws StoreRefusal when another process has the file or a newer Yeban wrote it; SQLite's own error otherwise. */
export function connectDatabase(file: string): StoreDatabase {
  const db = new Database(file, { timeout: LOCK_WAIT_MS });
  try {
    // Exclusive before WAL: the lock is then held from the first look to the end, and no shared-memory file exists.
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    // The library's default in WAL is NORMAL, which may lose the last commits with the power.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('secure_delete = ON');
    db.pragma(`journal_size_limit = ${JOURNAL_LIMIT_BYTES}`);
    db.pragma('temp_store = MEMORY');
    db.pragma('trusted_schema = OFF');
    expectSetting(db, 'journal_mode', 'wal');
    expectSetting(db, 'synchronous', 2);
    expectSetting(db, 'foreign_keys', 1);
    expectSetting(db, 'secure_delete', 1);
    db.exec('begin immediate; commit');
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new StoreRefusal(`Another process is using the store ${path.dirname(file)}. One kiosk, one process.`);
    }
    throw error;
  }
}

function expectSetting(db: StoreDatabase, name: string, expected: string | number): void {
  const found = db.pragma(name, { simple: true });
  if (found !== expected) throw new StoreRefusal(`SQLite keeps ${name} at ${String(found)}, not ${expected}.`);
}

/** Numbered files, each once, each in a transaction of its own; `user_version` remembers the last. */
function migrate(db: StoreDatabase): void {
  const files = readdirSync(MIGRATIONS).sort();
  const done = Number(db.pragma('user_version', { simple: true }));
  if (done > files.length) {
    throw new StoreRefusal(`The store was written by a newer Yeban (format ${done}, this one knows ${files.length}).`);
  }
  for (const [index, file] of files.entries()) {
    if (index < done) continue;
    const sql = readFileSync(path.join(MIGRATIONS, file), 'utf8');
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${index + 1}`);
    }).immediate();
  }
}
