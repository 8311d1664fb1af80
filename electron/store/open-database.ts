/** From a folder to a database that can be trusted: looked over at start, and replaced when it is damaged. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { CHAIN_START } from '#contract/record.ts';
import type { KioskId } from '#contract/ids.ts';
import { isDiskFull } from './ballast.ts';
import { connectDatabase, type StoreDatabase } from './connect-database.ts';
import { findDamage } from './find-damage.ts';
import { beginNextEpoch, readIdentity, type KioskIdentity } from './kiosk-identity.ts';
import { moveAside } from './move-aside.ts';
import type { OpenedStore, StoreNotice } from './store-calls.ts';
import { StoreRefusal } from './store-refusal.ts';
import { lookThroughAsides, noteTaken, takeBack, type LookedThrough } from './take-back.ts';

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
    const current = currentEpoch(db);
    const epoch = current ?? beginNext(db, place, notices);
    if (readIdentity(place.folder)?.kiosk !== epoch.kiosk) {
      throw new StoreRefusal(
        `${DATABASE_FILE} belongs to kiosk ${epoch.kiosk}, but ${place.folder}/kiosk.json names another one.`,
      );
    }
    if (current !== null) notices.push(...takeBackLate(db, place.folder, epoch.ordinal));
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
  const looked = lookThroughAsides(folder);
  if (!existed && looked.length === 0 && known !== null)
    notices.push({ event: 'store.missing', detail: { epochs: known.epochs } });
  const epoch = beginEpoch(db, { identity: beginNextEpoch(folder, known), looked, at }, notices);
  noteTaken(looked);
  notices.push({ event: 'store.epochBegun', detail: { epoch: epoch.epoch, ordinal: epoch.ordinal } });
  return epoch;
}

/** What could not be read when this epoch began, or was, and only the note of it was lost with the power. */
function takeBackLate(db: StoreDatabase, folder: string, ordinal: number): readonly StoreNotice[] {
  try {
    const looked = lookThroughAsides(folder);
    const notices = db.transaction(() => takeBack(db, looked, caseFloor(ordinal))).immediate();
    noteTaken(looked);
    return notices;
  } catch (error) {
    // No reason not to serve with what is here.
    if (!isDiskFull(error)) throw error;
    return [{ event: 'store.notRescued', detail: { reason: 'ENOSPC' } }];
  }
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

interface Beginning {
  readonly identity: KioskIdentity;
  readonly looked: readonly LookedThrough[];
  readonly at: number;
}

/** The epoch and everything that could be read of lost files, in one transaction. */
function beginEpoch(db: StoreDatabase, { identity, looked, at }: Beginning, notices: StoreNotice[]): EpochRow {
  const epoch: EpochRow = { ordinal: identity.epochs, epoch: randomUUID(), kiosk: identity.kiosk };
  const floor = caseFloor(epoch.ordinal);
  db.transaction(() => {
    notices.push(...takeBack(db, looked, floor));
    db.prepare<[number, string, string, number, number]>(
      'insert into epoch (ordinal, epoch, kiosk, began_at, case_floor) values (?, ?, ?, ?, ?)',
    ).run(epoch.ordinal, epoch.epoch, epoch.kiosk, at, floor);
  }).immediate();
  return epoch;
}

function caseFloor(ordinal: number): number {
  return (ordinal - 1) * CASES_PER_EPOCH;
}
