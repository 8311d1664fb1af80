/** From a folder to a database that can be trusted: looked over at start, and replaced when it is damaged. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { CHAIN_START } from '#contract/record.ts';
import type { KioskId } from '#contract/ids.ts';
import { connectDatabase, type StoreDatabase } from './connect-database.ts';
import { findDamage } from './find-damage.ts';
import { beginNextEpoch, readIdentity, type KioskIdentity } from './kiosk-identity.ts';
import { markRescued, moveAside, unrescued } from './move-aside.ts';
import { OutboxTable } from './outbox-table.ts';
import { readRescue, type Rescue } from './read-rescue.ts';
import type { OpenedStore, StoreNotice } from './store-calls.ts';
import { StoreRefusal } from './store-refusal.ts';

export const DATABASE_FILE = 'store.db';
/** More cases than one kiosk can take in a day: a new file's case numbers start this much above the lost one's. */
const CASES_PER_EPOCH = 2_000;

export interface OpenedDatabase {
  readonly db: StoreDatabase;
  readonly ordinal: number;
  readonly opened: OpenedStore;
}

interface EpochRow {
  readonly ordinal: number;
  readonly epoch: string;
  readonly kiosk: KioskId;
}

/** Throws StoreRefusal with words for people; anything else is unexpected. `at` is wall time in ms. */
export function openDatabase(folder: string, at: number): OpenedDatabase {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, DATABASE_FILE);
  const existed = existsSync(file);
  const { db, damage } = connectAndCheck(file);
  if (db !== null) return readOrBegin(db, { folder, at, existed });
  moveAside(folder, file, damage, at);
  return readOrBegin(connectDatabase(file), { folder, at, existed });
}

interface Place {
  readonly folder: string;
  readonly at: number;
  readonly existed: boolean;
}

/** Closes the database when it can't be used. */
function readOrBegin(db: StoreDatabase, place: Place): OpenedDatabase {
  try {
    const notices: StoreNotice[] = [];
    const epoch = currentEpoch(db) ?? beginNext(db, place, notices);
    if (readIdentity(place.folder)?.kiosk !== epoch.kiosk) {
      throw new StoreRefusal(
        `${DATABASE_FILE} belongs to kiosk ${epoch.kiosk}, but ${place.folder}/kiosk.json names another one.`,
      );
    }
    const hubHeardAt = db.prepare<[], number | null>('select max(settled_at) from delivery').pluck().get() ?? null;
    const opened = { kiosk: epoch.kiosk, epoch: epoch.epoch, ...endOf(db, epoch.ordinal), hubHeardAt, notices };
    return { db, ordinal: epoch.ordinal, opened };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A new epoch with what can be read of the files that were moved aside and not yet looked through. */
function beginNext(db: StoreDatabase, { folder, at, existed }: Place, notices: StoreNotice[]): EpochRow {
  const known = readIdentity(folder);
  const asides = unrescued(folder);
  const first = asides[0];
  const rescue = first === undefined ? null : readRescue(first.file);
  if (!existed && rescue === null && known !== null)
    notices.push({ event: 'store.missing', detail: { epochs: known.epochs } });
  const epoch = beginEpoch(db, beginNextEpoch(folder, known), rescue, at);
  for (const { file, damage } of asides) {
    const rescuedRows = file === first?.file ? (rescue?.rows.length ?? 0) : 0;
    notices.push({ event: 'store.movedAside', detail: { damage, rescuedRows, aside: file } });
    markRescued(file);
  }
  notices.push({ event: 'store.epochBegun', detail: { epoch: epoch.epoch, ordinal: epoch.ordinal } });
  return epoch;
}

function endOf(db: StoreDatabase, ordinal: number): { lastSeq: number; lastChain: string } {
  const last = db
    .prepare<[number], { seq: number; chain: string }>(
      'select seq, chain from outbox where ordinal = ? order by seq desc limit 1',
    )
    .get(ordinal);
  return { lastSeq: last?.seq ?? 0, lastChain: last?.chain ?? CHAIN_START };
}

function connectAndCheck(file: string): { db: StoreDatabase; damage: '' } | { db: null; damage: string } {
  let db: StoreDatabase | null = null;
  try {
    db = connectDatabase(file);
    const damage = findDamage(db);
    if (damage === null) return { db, damage: '' };
    db.close();
    return { db: null, damage };
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || !/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) throw error;
    db?.close();
    return { db: null, damage: error.code };
  }
}

function currentEpoch(db: StoreDatabase): EpochRow | null {
  const row = db.prepare<[], EpochRow>('select ordinal, epoch, kiosk from epoch order by ordinal desc limit 1').get();
  return row ?? null;
}

/** The epoch and everything that could be read of a lost file, in one transaction. */
function beginEpoch(db: StoreDatabase, identity: KioskIdentity, rescue: Rescue | null, at: number): EpochRow {
  const epoch: EpochRow = { ordinal: identity.epochs, epoch: randomUUID(), kiosk: identity.kiosk };
  const insertEpoch = db.prepare<[number, string, string, number, number]>(
    'insert into epoch (ordinal, epoch, kiosk, began_at, case_floor) values (?, ?, ?, ?, ?)',
  );
  const insertSequence = db.prepare<[string, string, number]>(
    'insert into case_sequence (station, day, last) values (?, ?, ?)',
  );
  db.transaction(() => {
    const outbox = new OutboxTable(db, epoch.ordinal);
    for (const old of rescue?.epochs ?? []) insertEpoch.run(old.ordinal, old.epoch, old.kiosk, old.began_at, 0);
    for (const { ordinal, row } of rescue?.rows ?? []) outbox.append(row, ordinal);
    const floor = (identity.epochs - 1) * CASES_PER_EPOCH;
    // What a damaged file says was given last may be older than what was given.
    for (const { station, day, last } of rescue?.sequences ?? [])
      insertSequence.run(station, day, Math.max(last, floor));
    insertEpoch.run(epoch.ordinal, epoch.epoch, epoch.kiosk, at, floor);
  }).immediate();
  return epoch;
}
