/** Reads what can still be read of a damaged database, from a copy, so that the evidence stays as it was found. */
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { RecordEnvelope } from '#contract/record.ts';
import type { StoreDatabase } from './connect-database.ts';
import { hashRow } from './hash-row.ts';
import { SELECT_ROWS, toEnvelope, type StoredRow } from './outbox-table.ts';

export interface Rescue {
  readonly epochs: readonly RescuedEpoch[];
  /** Rows that hash right and that the hub is not known to have, in order. */
  readonly rows: readonly { readonly ordinal: number; readonly row: RecordEnvelope }[];
  readonly sequences: readonly { readonly station: string; readonly day: string; readonly last: number }[];
}

interface RescuedEpoch {
  readonly ordinal: number;
  readonly epoch: string;
  readonly kiosk: string;
  readonly began_at: number;
}

/** What is damaged is left in the file that was moved aside. Throws when the machine, not the damage, is why it can't be read. */
export function readRescue(aside: string): Rescue {
  const copy = `${aside}.rescue`;
  const suffixes = ['', '-wal', '-shm', '-journal'];
  let db: StoreDatabase | null = null;
  try {
    for (const suffix of ['', '-wal']) {
      if (existsSync(aside + suffix)) copyFileSync(aside + suffix, copy + suffix);
    }
    db = new Database(copy);
    const epochs = readTolerantly<RescuedEpoch>(db, 'select ordinal, epoch, kiosk, began_at from epoch', 'ordinal');
    const known = new Set(epochs.map((epoch) => epoch.ordinal));
    return {
      epochs,
      rows: readRows(db).filter(({ ordinal }) => known.has(ordinal)),
      sequences: readTolerantly(db, 'select station, day, last from case_sequence', 'day'),
    };
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { epochs: [], rows: [], sequences: [] };
  } finally {
    db?.close();
    for (const suffix of suffixes) rmSync(copy + suffix, { force: true });
  }
}

function readRows(db: StoreDatabase): { ordinal: number; row: RecordEnvelope }[] {
  const delivered = "select ordinal, seq from delivery where verdict <> 'lostByHub'";
  const settled = new Set(readTolerantly<Place>(db, delivered, 'ordinal, seq').map(placeName));
  const rows: { ordinal: number; row: RecordEnvelope }[] = [];
  for (const stored of readTolerantly<StoredRow>(db, SELECT_ROWS, 'ordinal, seq')) {
    if (settled.has(placeName(stored))) continue;
    try {
      const row = toEnvelope(stored);
      if (row.hash === hashRow(row)) rows.push({ ordinal: stored.ordinal, row });
    } catch {
      continue;
    }
  }
  return rows;
}

interface Place {
  readonly ordinal: number;
  readonly seq: number;
}

function placeName({ ordinal, seq }: Place): string {
  return `${ordinal}/${seq}`;
}

/** Up to the first unreadable page from both ends; each row once, in order. */
function readTolerantly<Row>(db: StoreDatabase, select: string, order: string): Row[] {
  const columns = order.split(', ');
  const forwards = readUntilDamage<Row>(db, `${select} order by ${columns.join(', ')}`);
  if (forwards.whole) return forwards.rows;
  const backwards = readUntilDamage<Row>(db, `${select} order by ${columns.map((c) => `${c} desc`).join(', ')}`);
  const seen = new Set(forwards.rows.map((row) => JSON.stringify(row)));
  return [...forwards.rows, ...backwards.rows.reverse().filter((row) => !seen.has(JSON.stringify(row)))];
}

function readUntilDamage<Row>(db: StoreDatabase, sql: string): { rows: Row[]; whole: boolean } {
  const rows: Row[] = [];
  try {
    for (const row of db.prepare<[], Row>(sql).iterate()) rows.push(row);
    return { rows, whole: true };
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { rows, whole: false };
  }
}

/** Pages that are spoiled, or tables that are not there. Not a disk that fails, or a file that may not be opened. */
function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB|ERROR$)/.test(error.code);
}
