/** The disk is full: the session in hand is finished in the room of the ballast, and nothing that was answered is lost. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, inventedCase, inventedRating } from '#fixtures/store/invented-records.ts';
import { CAN_MOUNT, makeSmallDisk, type SmallDisk } from '#fixtures/store/small-disk.ts';
import { makeHubKey, makeStorePlace, type StorePlace } from '#fixtures/store/temporary-store.ts';
import type { StoreFailed } from './store-client.ts';

const { sealingKey } = makeHubKey();
/** As large as the snapshot of a long session. */
const SNAPSHOT = { answers: 'x'.repeat(20_000) };

describe.skipIf(!CAN_MOUNT)('on a disk with no byte left', () => {
  let disk: SmallDisk;
  let place: StorePlace;
  beforeEach(() => {
    disk = makeSmallDisk(24);
    place = makeStorePlace(disk.folder);
  });
  afterEach(async () => {
    await place.remove();
    disk.clear();
    disk.remove();
  });

  const noted = (event: string) => place.logged.filter((line) => line.event === event);

  test('a session goes on to its end, all of it is kept, and the citizen is forgotten', async () => {
    const store = await place.open();
    const journal = store.journal(sealingKey);
    await store.takeUpBallast();
    const session = await journal.openSession();
    await journal.commit({ session, snapshot: SNAPSHOT, records: [] });
    disk.fill();
    expect(await store.room()).toEqual({ freeBytes: 0, ballast: true });
    for (let step = 1; step <= 60; step += 1) {
      await journal.commit({ session, snapshot: { ...SNAPSHOT, step }, records: [inventedCase(step)] });
    }
    expect(await journal.reserveCaseNumbers(DAY, 2)).toHaveLength(2);
    await journal.forgetSession(session, [inventedRating(5)]);
    expect(noted('store.ballastGivenUp')).toHaveLength(1);
    expect((await store.room()).ballast).toBe(false);
    await store.close();
    const again = await place.open();
    expect(await again.journal(sealingKey).recoverSession()).toBeNull();
    expect(await again.outbox.verify()).toEqual({ rows: 61, chain: 'ok', brokenAt: null });
  });

  test('with the ballast gone too, a step is refused, the kiosk ends, and what was answered is there', async () => {
    const failures: StoreFailed[] = [];
    const store = await place.open({ failed: (failure) => failures.push(failure) });
    const journal = store.journal(sealingKey);
    const session = await journal.openSession();
    const answered: string[] = [];
    disk.fill();
    const writeOn = async (): Promise<never> => {
      for (;;) {
        const record = inventedRating(4);
        await journal.commit({ session, snapshot: SNAPSHOT, records: [record] });
        answered.push(record.id);
      }
    };
    await expect(writeOn()).rejects.toThrow('The store failed');
    expect(failures.map(({ code }) => code)).toEqual(['SQLITE_FULL']);
    await store.close();
    // Started again, and again, while the disk is still full.
    const still = await place.open();
    expect(await still.outbox.verify()).toMatchObject({ rows: answered.length, chain: 'ok' });
    await still.close();
    disk.clear();
    const again = await place.open();
    expect((await again.outbox.pending(64)).map(({ id }) => id)).toEqual(answered);
    if (answered.length > 0)
      expect(await again.journal(sealingKey).recoverSession()).toEqual({ session, snapshot: SNAPSHOT });
  });

  test('the ballast is taken up again only where it fits, and never half', async () => {
    const store = await place.open();
    disk.fill(4 * 1024 * 1024);
    await store.takeUpBallast();
    expect((await store.room()).ballast).toBe(false);
    expect(readdirSync(place.folder).filter((name) => name.startsWith('ballast'))).toEqual([]);
    disk.clear();
    await store.takeUpBallast();
    expect((await store.room()).ballast).toBe(true);
    expect(existsSync(path.join(place.folder, 'ballast'))).toBe(true);
  });

  test('a damaged database waits with its rows until there is room to look through it', async () => {
    const before = await place.open();
    const journal = before.journal(sealingKey);
    const session = await journal.openSession();
    await journal.forgetSession(
      session,
      Array.from({ length: 40 }, (_, index) => inventedCase(index + 1)),
    );
    await before.close();
    spoilIndex(path.join(place.folder, 'store.db'));
    disk.fill();
    await expect(place.open()).rejects.toThrow(/ENOSPC|no space|full/i);
    await expect(place.open()).rejects.toThrow(/ENOSPC|no space|full/i);
    disk.clear();
    const store = await place.open();
    expect(await store.outbox.status()).toMatchObject({ pending: 40 });
    expect(noted('store.movedAside')).toHaveLength(1);
  });
});

/** One page of an index is no page any more; the rows themselves can be read. */
function spoilIndex(file: string): void {
  const db = new Database(file, { readonly: true });
  const page = db
    .prepare<[], number>("select rootpage from sqlite_schema where name = 'delivery_quarantined'")
    .pluck()
    .get();
  db.close();
  const bytes = readFileSync(file);
  bytes.fill(0xee, ((page ?? 1) - 1) * 4096, (page ?? 1) * 4096);
  writeFileSync(file, bytes);
}
