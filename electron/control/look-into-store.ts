/** Looks into the store of a kiosk that does not run, and changes nothing in it: no repair, no new epoch, no row. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { ChainReport, OutboxPlace, OutboxReport } from '#contract/control.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { StoreDatabase } from '../store/connect-database.ts';
import { findDamage } from '../store/find-damage.ts';
import { DATABASE_FILE } from '../store/open-database.ts';
import { OutboxTable } from '../store/outbox-table.ts';
import type { OutboxPage } from '../store/store-calls.ts';

/**
 * `absent`: there is none yet. `taken`: a process has it open. `forbidden`: this user may not read it.
 * `damaged`: it can't be trusted; `detail` is a word such as `chain` or SQLite's own code.
 */
export interface StoreTrouble {
  readonly kind: 'absent' | 'taken' | 'forbidden' | 'damaged';
  readonly detail: string;
}

export interface StoreLook {
  /** `now` is wall time in ms. */
  report(now: number): OutboxReport;
  verify(): ChainReport;
  page(after: OutboxPlace | null): OutboxPage;
}

const PAGE_ROWS = 64;
const LOCK_WAIT_MS = 500;

/** `folder` is the kiosk's `store`. The file is closed again when `use` has returned. */
export function lookIntoStore<T>(folder: string, use: (look: StoreLook) => T): Result<T, StoreTrouble> {
  const file = path.join(folder, 'data', DATABASE_FILE);
  if (!existsSync(file)) return fail({ kind: 'absent', detail: file });
  let db: StoreDatabase | null = null;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true, timeout: LOCK_WAIT_MS });
    const damage = findDamage(db);
    if (damage !== null) return fail({ kind: 'damaged', detail: damage });
    return ok(use(lookAt(db)));
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return fail({ kind: kindOf(error.code), detail: error.code });
  } finally {
    db?.close();
  }
}

function lookAt(db: StoreDatabase): StoreLook {
  const ordinal = db.prepare<[], number>('select coalesce(max(ordinal), 0) from epoch').pluck().get() ?? 0;
  const outbox = new OutboxTable(db, ordinal);
  return {
    report: (now) => {
      const { firstSeq, lastSeq, ...rest } = outbox.status(now);
      return { ...rest, firstSeq: firstSeq === 0 ? null : firstSeq, lastSeq: lastSeq === 0 ? null : lastSeq };
    },
    verify: () => outbox.verify(),
    page: (after) => outbox.page(after, PAGE_ROWS),
  };
}

function kindOf(code: string): StoreTrouble['kind'] {
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'taken';
  return /^SQLITE_(CANTOPEN|PERM|READONLY|AUTH)/.test(code) ? 'forbidden' : 'damaged';
}
