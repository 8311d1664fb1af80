/** The store as the kiosk uses it: steps, case numbers, one process at a time. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CaseNumber } from '#contract/case-number.ts';
import { Day, RecordId } from '#contract/ids.ts';
import { CHAIN_START, RecordEnvelope } from '#contract/record.ts';
import { DAY, inventedCase, inventedRating } from '#fixtures/store/invented-records.ts';
import { makeHubKey, makeStorePlace, STILL_CLOCK, type StorePlace } from '#fixtures/store/temporary-store.ts';
import { chainRow, hashRow } from './hash-row.ts';

const COMMIT_FOREVER = fileURLToPath(new URL('../../fixtures/store/commit-forever.ts', import.meta.url));
const { sealingKey } = makeHubKey();
let place: StorePlace;
beforeEach(() => {
  place = makeStorePlace();
});
afterEach(() => place.remove());

describe('a step', () => {
  test('puts its records into the outbox, numbered, hashed and chained', async () => {
    const store = await place.open();
    const journal = store.journal(sealingKey);
    const session = await journal.openSession();
    await journal.commit({ session, snapshot: { at: 'review' }, records: [inventedCase(1), inventedRating(5)] });
    const rows = await store.outbox.pending(64);
    expect(rows.map((row) => [row.epoch, row.seq, row.kind])).toEqual([
      [store.epoch, 1, 'case.submitted'],
      [store.epoch, 2, 'rating.given'],
    ]);
    let chain = CHAIN_START;
    for (const row of rows) {
      RecordEnvelope.parse(row);
      expect(row.hash).toBe(hashRow(row));
      chain = chainRow(chain, row.hash);
      expect(row.chain).toBe(chain);
    }
  });

  test('is answered in the order it was asked for, also when sealing takes longer for one', async () => {
    const store = await place.open();
    const journal = store.journal(sealingKey);
    const session = await journal.openSession();
    const heard: number[] = [];
    store.outbox.onAppend((rows) => heard.push(rows));
    const steps = Array.from({ length: 100 }, (_, index) =>
      journal.commit({ session, snapshot: index, records: index % 3 === 0 ? [inventedRating(4)] : [] }),
    );
    await Promise.all(steps);
    expect(heard).toHaveLength(34);
    await store.close();
    const again = await place.open();
    expect(await again.journal(sealingKey).recoverSession()).toEqual({ session, snapshot: 99 });
    expect(await again.outbox.verify()).toEqual({ rows: 34, chain: 'ok', brokenAt: null });
  });

  test('of a session that is not open is refused', async () => {
    const store = await place.open();
    const journal = store.journal(sealingKey);
    const session = await journal.openSession();
    await journal.forgetSession(session);
    await expect(journal.commit({ session, snapshot: null, records: [] })).rejects.toThrow('not open');
  });

  test('shares its COMMIT with the steps that wait beside it', async () => {
    const store = await place.open();
    const journal = store.journal(sealingKey);
    const session = await journal.openSession();
    await journal.commit({ session, snapshot: 0, records: [] });
    const before = commitsInLog();
    await Promise.all(
      Array.from({ length: 300 }, (_, step) => journal.commit({ session, snapshot: step, records: [] })),
    );
    const commits = commitsInLog() - before;
    // At most 64 share one; the first may go alone.
    expect(commits).toBeGreaterThanOrEqual(5);
    expect(commits).toBeLessThan(150);
  });

  test('that carries something else than a record is refused and leaves no hole', async () => {
    const store = await place.open();
    const journal = store.journal(sealingKey);
    const session = await journal.openSession();
    const broken = inventedRating(9);
    await expect(journal.commit({ session, snapshot: 1, records: [broken] })).rejects.toThrow();
    await journal.commit({ session, snapshot: 1, records: [inventedRating(5)] });
    expect((await store.outbox.pending()).map((row) => row.seq)).toEqual([1]);
  });
});

describe('case numbers', () => {
  test('count up day by day, also over a restart', async () => {
    const first = await place.open();
    const numbers = await first.journal(sealingKey).reserveCaseNumbers(DAY, 2);
    expect(numbers.map((number) => number.slice(0, -3))).toEqual([
      'micro-centre-1-20260314-0001',
      'micro-centre-1-20260314-0002',
    ]);
    for (const number of numbers) CaseNumber.parse(number);
    await first.close();
    const journal = (await place.open()).journal(sealingKey);
    expect(await journal.reserveCaseNumbers(DAY, 0)).toEqual([]);
    expect(await journal.reserveCaseNumbers(DAY, 1)).toEqual([expect.stringContaining('-0003-')]);
    expect(await journal.reserveCaseNumbers(Day.parse('2026-03-15'), 1)).toEqual([expect.stringContaining('15-0001-')]);
  });
});

describe('the outbox', () => {
  test('says how much waits, how much the hub has and how old the oldest row is', async () => {
    let now = STILL_CLOCK.now();
    const store = await place.open({ clock: { ...STILL_CLOCK, now: () => now } });
    const journal = store.journal(sealingKey);
    const session = await journal.openSession();
    const empty = { firstSeq: 0, lastSeq: 0, pending: 0, acknowledged: 0, quarantined: 0, oldestPendingSeconds: null };
    expect(await store.outbox.status()).toEqual({ epoch: store.epoch, ...empty, chain: 'ok' });
    for (const level of [1, 2, 3, 4]) {
      await journal.commit({ session, snapshot: level, records: [inventedRating(level)] });
      now += 10_000;
    }
    const [, second] = await store.outbox.pending();
    const id = second?.id ?? RecordId.parse('');
    await store.outbox.settle({
      epoch: store.epoch,
      ackThrough: 3,
      verdicts: [{ seq: 2, id, verdict: 'quarantined', reason: 'no such service' }],
    });
    expect(await store.outbox.status()).toEqual({
      epoch: store.epoch,
      firstSeq: 1,
      lastSeq: 4,
      pending: 1,
      acknowledged: 3,
      quarantined: 1,
      oldestPendingSeconds: 10,
      chain: 'ok',
    });
    expect((await store.outbox.pending()).map((row) => row.seq)).toEqual([4]);
  });
});

describe('a kiosk', () => {
  test('keeps its id and its epoch', async () => {
    const first = await place.open();
    await first.close();
    const again = await place.open();
    expect([again.kiosk, again.epoch]).toEqual([first.kiosk, first.epoch]);
  });

  test('whose store is in use by another process is refused in clear words', async () => {
    await place.open();
    const args = [COMMIT_FOREVER, place.folder, place.sessionKeyFolder, sealingKey.publicKey];
    const other = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(other.status).toBe(1);
    expect(other.stderr).toContain(`Another process is using the store ${place.folder}`);
    await expect(place.open()).rejects.toThrow('Another process is using the store');
  });
});

/** Counts the commit frames in the write-ahead log, which `cp` reads: opening it here would drop the store's lock. */
function commitsInLog(): number {
  const copy = path.join(place.sessionKeyFolder, 'wal.copy');
  spawnSync('cp', [path.join(place.folder, 'store.db-wal'), copy]);
  const bytes = readFileSync(copy);
  const frame = 24 + 4096;
  // File format of SQLite, section 4.1: bytes 4 to 7 of a frame's header are not zero in a commit frame.
  return Array.from({ length: Math.floor((bytes.length - 32) / frame) }, (_, index) => 32 + index * frame).filter(
    (offset) => bytes.readUInt32BE(offset + 4) !== 0,
  ).length;
}
