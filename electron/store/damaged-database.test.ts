/** The database file is damaged: it is put aside whole, the rows that can be read still reach the hub. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, inventedCase, inventedRating } from '#fixtures/store/invented-records.ts';
import { makeHubKey, makeStorePlace, type StorePlace } from '#fixtures/store/temporary-store.ts';
import { connectDatabase } from './connect-database.ts';
import { moveAside } from './move-aside.ts';
import type { Store } from './open-store.ts';

const { sealingKey } = makeHubKey();
let place: StorePlace;
let file: string;
beforeEach(() => {
  place = makeStorePlace();
  file = path.join(place.folder, 'store.db');
});
afterEach(() => place.remove());

/** A store with some history: rows, the first five of them delivered, and ten case numbers given. */
async function makeHistory(rows: number): Promise<Store> {
  const store = await place.open();
  const journal = store.journal(sealingKey);
  const session = await journal.openSession();
  for (let index = 1; index <= rows; index += 1) {
    await journal.commit({ session, snapshot: index, records: [inventedCase(index)] });
  }
  await journal.reserveCaseNumbers(DAY, 10);
  await store.outbox.settle({ epoch: store.epoch, ackThrough: 5, verdicts: [] });
  await journal.forgetSession(session);
  await store.close();
  return store;
}

function asideFiles(): string[] {
  const aside = path.join(place.folder, 'aside');
  return existsSync(aside) ? readdirSync(aside, { recursive: true, encoding: 'utf8' }) : [];
}

function change(sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}

describe('a damaged database', () => {
  test('that is no database any more is put aside, and the kiosk goes on as itself in a new epoch', async () => {
    const before = await makeHistory(8);
    writeFileSync(file, 'this is not a database, it is a poem about the moon'.repeat(100));
    const store = await place.open();
    expect(store.kiosk).toBe(before.kiosk);
    expect(store.epoch).not.toBe(before.epoch);
    expect(asideFiles().filter((name) => name.endsWith('store.db'))).toHaveLength(1);
    expect(place.logged.find(({ event }) => event === 'store.movedAside')?.detail).toMatchObject({
      damage: 'SQLITE_NOTADB',
      rescuedRows: 0,
    });
    // Its case numbers are lost with it, so the new ones begin where the old can't have come.
    const [first] = await store.journal(sealingKey).reserveCaseNumbers(DAY, 1);
    expect(first).toMatch(/-20260314-2001-/);
  });

  test('gives back the rows that the hub does not have, to be sent first and under their old epoch', async () => {
    const before = await makeHistory(40);
    const bytes = readFileSync(file);
    // The root page of an index: the rows themselves can still be read.
    spoilPage(bytes, indexRoot('delivery_quarantined'));
    writeFileSync(file, bytes);
    const store = await place.open();
    const journal = store.journal(sealingKey);
    await journal.forgetSession(await journal.openSession(), [inventedRating(5)]);
    const rows = await store.outbox.pending(64);
    expect(rows.map((row) => [row.epoch, row.seq])).toEqual(
      Array.from({ length: 35 }, (_, index) => [before.epoch, index + 6]),
    );
    await store.outbox.settle({ epoch: before.epoch, ackThrough: 40, verdicts: [] });
    expect((await store.outbox.pending(64)).map((row) => [row.epoch, row.seq])).toEqual([[store.epoch, 1]]);
    // The file says that ten numbers were given; a damaged file may say less than was true.
    const [next] = await journal.reserveCaseNumbers(DAY, 1);
    expect(next).toMatch(/-20260314-2001-/);
    await store.close();
    expect((await place.open()).epoch).toBe(store.epoch);
  });

  test('with unreadable pages in the outbox gives back what lies around them', async () => {
    await makeHistory(60);
    const bytes = readFileSync(file);
    spoilPage(bytes, leafOf(30));
    writeFileSync(file, bytes);
    const store = await place.open();
    const rows = await store.outbox.pending(64);
    expect(rows[0]?.seq).toBe(6);
    const status = await store.outbox.status();
    expect(status.pending).toBeGreaterThan(40);
    expect(status.pending).toBeLessThan(55);
    // One batch never reaches over the hole.
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => 6 + index));
    expect(rows.length).toBeLessThan(status.pending);
    // The hub keeps what lies behind the hole, but can't acknowledge over it: its verdicts are enough.
    const { epoch, seq: last } = rows.at(-1) ?? { epoch: '', seq: 0 };
    await store.outbox.settle({ epoch, ackThrough: last, verdicts: [] });
    const behind = await store.outbox.pending(64);
    expect(behind[0]?.seq).toBeGreaterThan(last + 1);
    const verdicts = behind.map(({ seq, id }) => ({ seq, id, verdict: 'kept' }) as const);
    await store.outbox.settle({ epoch, ackThrough: last, verdicts });
    expect(await store.outbox.status()).toMatchObject({ pending: 0, acknowledged: status.pending });
  });

  test('with a changed row is found by the chain, and the changed row is not sent', async () => {
    await makeHistory(8);
    change("drop trigger outbox_is_append_only; update outbox set kind = 'rating.given' where seq = 7");
    const store = await place.open();
    expect(place.logged.find(({ event }) => event === 'store.movedAside')?.detail).toMatchObject({ damage: 'chain' });
    expect((await store.outbox.pending(64)).map((row) => row.seq)).toEqual([6]);
  });

  test('with a missing row is found by its number', async () => {
    await makeHistory(8);
    change('delete from outbox where seq = 7');
    await place.open();
    expect(place.logged.find(({ event }) => event === 'store.movedAside')?.detail).toMatchObject({ damage: 'gap' });
  });

  test('is looked through although the power went right after it was put aside, and again before the new one was ready', async () => {
    const before = await makeHistory(8);
    moveAside(place.folder, file, 'quickCheck', 1_000);
    // What connecting leaves: a file with tables and no epoch. It is damaged too, and put aside.
    connectDatabase(file).close();
    moveAside(place.folder, file, 'quickCheck', 2_000);
    const store = await place.open();
    expect((await store.outbox.pending(64)).map((row) => [row.epoch, row.seq])).toEqual(
      [6, 7, 8].map((seq) => [before.epoch, seq]),
    );
    expect(place.logged.filter(({ event }) => event === 'store.movedAside').map(({ detail }) => detail)).toMatchObject([
      { rescuedRows: 3 },
      { rescuedRows: 0 },
    ]);
    await store.close();
    await place.open();
    expect(place.logged.filter(({ event }) => event === 'store.movedAside')).toHaveLength(2);
  });

  test('that was looked through, but the power went before that was noted, does not hide the next one', async () => {
    await makeHistory(8);
    moveAside(place.folder, file, 'quickCheck', 1_000);
    await (await place.open()).close();
    const [mark = ''] = asideFiles().filter((name) => name.endsWith('rescued.txt'));
    rmSync(path.join(place.folder, 'aside', mark));
    const store = await place.open();
    const journal = store.journal(sealingKey);
    await journal.forgetSession(await journal.openSession(), [inventedRating(5)]);
    await store.close();
    moveAside(place.folder, file, 'quickCheck', 2_000);
    const { outbox } = await place.open();
    const old = await outbox.pending(64);
    expect(old.map(({ seq }) => seq)).toEqual([6, 7, 8]);
    await outbox.settle({ epoch: old[0]?.epoch ?? '', ackThrough: 8, verdicts: [] });
    expect((await outbox.pending(64)).map((row) => [row.epoch, row.seq])).toEqual([[store.epoch, 1]]);
  });

  test('that can’t be read for another reason than its damage is said, is not passed over, and is read at the next start', async () => {
    const before = await makeHistory(8);
    moveAside(place.folder, file, 'quickCheck', 1_000);
    // A folder where the log should be: copying it fails like a disk that fails, and the file itself is untouched.
    const [aside = ''] = asideFiles().filter((name) => name.endsWith('store.db'));
    const inTheWay = path.join(place.folder, 'aside', `${aside}-wal`);
    mkdirSync(inTheWay);
    const store = await place.open();
    expect(await store.outbox.pending(64)).toEqual([]);
    expect(place.logged.find(({ event }) => event === 'store.notRescued')?.detail).toMatchObject({
      damage: 'quickCheck',
      reason: expect.stringMatching(/^E[A-Z_]+$/),
    });
    expect(asideFiles().filter((name) => name.endsWith('rescued.txt'))).toEqual([]);
    const journal = store.journal(sealingKey);
    await journal.forgetSession(await journal.openSession(), [inventedRating(5)]);
    const [given] = await journal.reserveCaseNumbers(DAY, 1);
    await store.close();
    rmdirSync(inTheWay);
    const again = await place.open();
    expect(again.epoch).toBe(store.epoch);
    const old = await again.outbox.pending(64);
    expect(old.map((row) => [row.epoch, row.seq])).toEqual([6, 7, 8].map((seq) => [before.epoch, seq]));
    expect((await again.outbox.status()).pending).toBe(4);
    expect(place.logged.find(({ event }) => event === 'store.movedAside')?.detail).toMatchObject({ rescuedRows: 3 });
    const [next] = await again.journal(sealingKey).reserveCaseNumbers(DAY, 1);
    expect([given, next].map((number) => /-20260314-(\d+)-/.exec(number ?? '')?.[1])).toEqual(['2001', '2002']);
    expect(asideFiles().filter((name) => name.endsWith('rescued.txt'))).toHaveLength(1);
  });

  test('that could not be read yet, and the next one, are both given back', async () => {
    const before = await makeHistory(8);
    moveAside(place.folder, file, 'quickCheck', 1_000);
    const [aside = ''] = asideFiles().filter((name) => name.endsWith('store.db'));
    const inTheWay = path.join(place.folder, 'aside', `${aside}-wal`);
    mkdirSync(inTheWay);
    const store = await place.open();
    const journal = store.journal(sealingKey);
    await journal.forgetSession(await journal.openSession(), [inventedRating(5)]);
    await store.close();
    moveAside(place.folder, file, 'quickCheck', 2_000);
    rmdirSync(inTheWay);
    const { rows } = await (await place.open()).outbox.page(null);
    expect(rows.map((row) => [row.epoch, row.seq])).toEqual([
      ...[6, 7, 8].map((seq) => [before.epoch, seq]),
      [store.epoch, 1],
    ]);
  });

  test('is never deleted, however often it happens', async () => {
    for (const _ of [1, 2, 3]) {
      await (await place.open()).close();
      truncateSync(file, 5_000);
    }
    await place.open();
    expect(asideFiles().filter((name) => name.endsWith('store.db'))).toHaveLength(3);
  });
});

describe('a database file', () => {
  test('that is missing makes a new epoch of the same kiosk, and that is said', async () => {
    const before = await makeHistory(8);
    rmSync(file);
    const store = await place.open();
    expect(store.kiosk).toBe(before.kiosk);
    expect(store.epoch).not.toBe(before.epoch);
    expect(place.logged.map(({ event }) => event)).toContain('store.missing');
  });

  test('of another kiosk is refused', async () => {
    await makeHistory(8);
    const identity = path.join(place.folder, 'kiosk.json');
    writeFileSync(identity, JSON.stringify({ kiosk: '0192e4a0-0000-4000-8000-000000000001', epochs: 1 }));
    await expect(place.open()).rejects.toThrow('belongs to kiosk');
    writeFileSync(identity, '{');
    await expect(place.open()).rejects.toThrow('is damaged');
  });

  test('of a newer Yeban is refused', async () => {
    await makeHistory(8);
    change('pragma user_version = 99');
    await expect(place.open()).rejects.toThrow('newer Yeban');
    expect(asideFiles()).toEqual([]);
  });
});

function spoilPage(bytes: Buffer, page: number): void {
  bytes.fill(0xee, (page - 1) * 4096, page * 4096);
}

function indexRoot(name: string): number {
  return ask(`select rootpage from sqlite_schema where name = '${name}'`);
}

/** The page on which a row lies. */
function leafOf(seq: number): number {
  const db = new Database(file, { readonly: true });
  const id = db.prepare<[number], string>('select id from outbox where seq = ?').pluck().get(seq) ?? '';
  db.close();
  const bytes = readFileSync(file);
  const enc = bytes.indexOf(Buffer.from(`${id}case.submitted`));
  return Math.floor(enc / 4096) + 1;
}

function ask(sql: string): number {
  const db = new Database(file, { readonly: true });
  const found = db.prepare<[], number>(sql).pluck().get() ?? 0;
  db.close();
  return found;
}
