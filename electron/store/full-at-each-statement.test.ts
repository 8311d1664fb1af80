/** The disk is full at whichever statement of a commit: with ballast everything of it is there once, without it nothing. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import Database, { type Statement } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SessionId } from '#contract/ids.ts';
import { RecordEnvelope } from '#contract/record.ts';
import { DAY, inventedRating, STATION } from '#fixtures/store/invented-records.ts';
import { Ballast } from './ballast.ts';
import type { StoreDatabase } from './connect-database.ts';
import { DatabaseDesk } from './database-desk.ts';
import { chainRow, hashRow } from './hash-row.ts';
import { openDatabase, type OpenedDatabase } from './open-database.ts';
import type { StoreRequest, StoreWrites } from './store-calls.ts';

const AT = 1_773_480_000_000;

let folder: string;
let database: OpenedDatabase;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-full-'));
  database = openDatabase(folder, AT);
});
afterEach(() => {
  database.db.close();
  rmSync(folder, { recursive: true });
});

interface Meter {
  readonly db: StoreDatabase;
  /** From now on statements are counted; the nth finds the disk full, once. */
  fullAt(nth: number): void;
  count(): number;
}

function meterOf(db: StoreDatabase): Meter {
  let run = 0;
  let full = 0;
  const meter = (statement: Statement): Statement =>
    new Proxy(statement, {
      get: (target, name) => {
        const found: unknown = Reflect.get(target, name, target);
        if (typeof found !== 'function') return found;
        return (...values: unknown[]): unknown => {
          if (name === 'run' || name === 'get' || name === 'all') {
            run += 1;
            if (run === full) throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
          }
          const result: unknown = Reflect.apply(found, target, values);
          return result === target ? meter(target) : result;
        };
      },
    });
  const metered = new Proxy(db, {
    get: (target, name) => {
      const found: unknown = Reflect.get(target, name, target);
      if (name === 'prepare') return (sql: string) => meter(target.prepare(sql));
      return typeof found === 'function' ? found.bind(target) : found;
    },
  });
  return {
    db: metered,
    fullAt: (nth) => {
      run = 0;
      full = nth;
    },
    count: () => run,
  };
}

/** What a busy moment commits together: two steps, a case number, and the hub's answer. */
function busyMoment(): StoreRequest<keyof StoreWrites>[] {
  const session = SessionId.parse(randomUUID());
  const keep = { session, sealed: Buffer.from('sealed') };
  const [one, two, three] = threeRows();
  return [
    { number: 1, name: 'step', request: { keep, forget: null, pages: [], dropped: [], rows: [one, two], at: AT } },
    { number: 2, name: 'reserve', request: { station: STATION, day: DAY, count: 1 } },
    { number: 3, name: 'settle', request: { reply: { epoch: one.epoch, ackThrough: 1, verdicts: [] }, at: AT } },
    {
      number: 4,
      name: 'step',
      request: { keep: null, forget: session, pages: [], dropped: [], rows: [three], at: AT },
    },
  ];
}

function threeRows(): [RecordEnvelope, RecordEnvelope, RecordEnvelope] {
  let { lastSeq: seq, lastChain: chain } = database.opened;
  const next = (): RecordEnvelope => {
    seq += 1;
    const sealed = { keyId: 'hub', enc: 'AAAA', ciphertext: 'AAAA' };
    const { id, body } = inventedRating(4);
    const row = { epoch: database.opened.epoch, seq, id, kind: body.kind, createdAt: AT, sealed };
    const hash = hashRow(row);
    chain = chainRow(chain, hash);
    return RecordEnvelope.parse({ ...row, hash, chain });
  };
  return [next(), next(), next()];
}

function found(db: StoreDatabase): Record<string, unknown> {
  const count = (sql: string): unknown => db.prepare(sql).pluck().get();
  return {
    rows: count('select count(*) from outbox'),
    delivered: count('select count(*) from delivery'),
    snapshots: count('select count(*) from session_snapshot'),
    cases: count('select coalesce(max(last), 0) from case_sequence'),
  };
}

const NOTHING = { rows: 0, delivered: 0, snapshots: 0, cases: 0 };
const DONE = [null, 1, null, null];
const EVERYTHING = { rows: 3, delivered: 1, snapshots: 0, cases: 1 };

/** Tries the busy moment with the disk full at its first statement, at its second, and so on. Returns how many it has. */
function tryAtEachStatement(attempt: (commit: () => unknown) => void, ballast: () => Ballast): number {
  const meter = meterOf(database.db);
  const commitFullAt = (nth: number): unknown => {
    const desk = new DatabaseDesk({ database: { ...database, db: meter.db }, ballast: ballast(), note: () => {} });
    meter.fullAt(nth);
    return desk.commit(busyMoment());
  };
  commitFullAt(0);
  const statements = meter.count();
  expect(statements).toBeGreaterThan(8);
  for (let nth = 1; nth <= statements; nth += 1) {
    database.db.exec('delete from delivery; delete from outbox; delete from session_snapshot');
    database.db.exec('delete from case_sequence');
    attempt(() => commitFullAt(nth));
  }
  return statements;
}

describe('the disk is full at each statement of a commit', () => {
  test('with the ballast: it is given up once, and everything is there once', () => {
    const noted: string[] = [];
    const ballast = new Ballast(folder, ({ event }) => noted.push(event));
    const tried = tryAtEachStatement(
      (commit) => {
        expect(commit()).toEqual(DONE);
        expect(found(database.db)).toEqual(EVERYTHING);
        expect(ballast.room().ballast).toBe(false);
      },
      () => {
        ballast.takeUp();
        return ballast;
      },
    );
    expect(noted).toEqual(Array.from({ length: tried }, () => 'store.ballastGivenUp'));
  });

  test('without the ballast: it fails, and nothing of it is there', () => {
    tryAtEachStatement(
      (commit) => {
        expect(commit).toThrow('full');
        expect(found(database.db)).toEqual(NOTHING);
      },
      () => new Ballast(folder, () => {}),
    );
  });
});

test('what fails for another reason is not done again: the ballast stays', () => {
  const ballast = new Ballast(folder, () => {});
  ballast.takeUp();
  let times = 0;
  const broken = (): never => {
    times += 1;
    throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC');
  };
  expect(() => ballast.spare(broken)).toThrow('I/O');
  expect([times, ballast.room().ballast]).toEqual([1, true]);
});
