/** What the hub has had long enough goes from the front; the rest is still proven, and the database stops growing. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BatchReply } from '#contract/hub-api.ts';
import type { RecordEnvelope } from '#contract/record.ts';
import { inventedRating } from '#fixtures/store/invented-records.ts';
import { findDamage } from './find-damage.ts';
import { chainRow, hashRow } from './hash-row.ts';
import { openDatabase, type OpenedDatabase } from './open-database.ts';
import { OutboxTable } from './outbox-table.ts';
import { pruneOutbox } from './prune-outbox.ts';

const NOW = 1_773_480_000_000;
const A_DAY = 24 * 3_600_000;

let folder: string;
let database: OpenedDatabase;
let outbox: OutboxTable;
let last: { seq: number; chain: string };
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-prune-'));
  open();
});
afterEach(() => {
  database.db.close();
  rmSync(folder, { recursive: true });
});

function open(): void {
  database = openDatabase(folder, NOW);
  outbox = new OutboxTable(database.db, database.ordinal);
  last = { seq: database.opened.lastSeq, chain: database.opened.lastChain };
}

function openAgain(): string[] {
  database.db.close();
  open();
  return database.opened.notices.map(({ event }) => event);
}

function queue(count: number, createdAt = NOW): void {
  database.db.transaction(() => {
    for (let index = 0; index < count; index += 1) outbox.append(nextRow(createdAt));
  })();
}

function nextRow(createdAt: number): RecordEnvelope {
  const { id, body } = inventedRating(4);
  const sealed = { keyId: randomUUID(), enc: 'A'.repeat(44), ciphertext: 'A'.repeat(400) };
  const row = { epoch: database.opened.epoch, seq: last.seq + 1, id, kind: body.kind, createdAt, sealed };
  const hash = hashRow(row);
  last = { seq: row.seq, chain: chainRow(last.chain, hash) };
  return { ...row, hash, chain: last.chain };
}

const reply = (ackThrough: number, verdicts: BatchReply['verdicts'] = []): BatchReply => ({
  epoch: database.opened.epoch,
  ackThrough,
  verdicts,
});
const prune = (before = NOW, limit = 1_000): number =>
  database.db.transaction(() => pruneOutbox(database.db, before, limit))();
const seqs = (): number[] => [...outbox.rowsAfter(database.ordinal, 0)].map(({ seq }) => seq);

describe('pruning', () => {
  test('takes from the front what the hub has had long enough, and stops at the first row it has not', () => {
    queue(10);
    outbox.settle(reply(4), NOW - 2 * A_DAY);
    outbox.settle(reply(6), NOW);
    expect(prune(NOW - A_DAY, 3)).toBe(3);
    expect(prune(NOW - A_DAY)).toBe(1);
    expect(prune(NOW - A_DAY)).toBe(0);
    expect(seqs()).toEqual([5, 6, 7, 8, 9, 10]);
    expect(outbox.pending(64).map(({ seq }) => seq)).toEqual([7, 8, 9, 10]);
  });

  test('leaves the newest row, so that the next one is chained and numbered as if nothing had gone', () => {
    queue(5);
    outbox.settle(reply(5), NOW - A_DAY);
    prune();
    expect(seqs()).toEqual([5]);
    expect(openAgain()).toEqual([]);
    queue(2);
    expect(outbox.verify()).toEqual({ rows: 3, chain: 'ok', brokenAt: null });
    expect(outbox.status(NOW)).toMatchObject({ firstSeq: 5, lastSeq: 7, pending: 2, chain: 'ok' });
  });

  test('leaves no hole behind that somebody could hide a row in', () => {
    queue(8);
    outbox.settle(reply(8), NOW - A_DAY);
    prune(NOW, 4);
    database.db.prepare('delete from delivery where seq = 5').run();
    database.db.prepare('delete from outbox where seq = 5').run();
    expect(findDamage(database.db)).toBe('gap');
    expect(outbox.verify()).toMatchObject({ chain: 'broken', brokenAt: `${database.opened.epoch}/6` });
  });

  test('is proven by the link it leaves: another link doesn’t fit', () => {
    queue(8);
    outbox.settle(reply(8), NOW - A_DAY);
    prune(NOW, 4);
    expect([outbox.verify().chain, findDamage(database.db)]).toEqual(['ok', null]);
    database.db.prepare('update pruned set chain = ?').run('0'.repeat(64));
    expect(outbox.verify()).toMatchObject({ chain: 'broken' });
    expect(findDamage(database.db)).toBe('chain');
  });

  test('a hub that was set back beyond it gets all that is left, once', () => {
    queue(20);
    outbox.settle(reply(20), NOW - A_DAY);
    prune(NOW, 10);
    queue(1);
    outbox.settle(
      reply(
        3,
        outbox.pending(64).map(({ seq, id }) => ({ seq, id, verdict: 'kept' })),
      ),
      NOW,
    );
    const again = outbox.pending(64);
    expect(again.map(({ seq }) => seq)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    outbox.settle(
      reply(
        3,
        again.map(({ seq, id }) => ({ seq, id, verdict: 'keptBefore' })),
      ),
      NOW,
    );
    expect(outbox.pending(64)).toEqual([]);
    queue(1);
    outbox.settle(
      reply(
        3,
        outbox.pending(64).map(({ seq, id }) => ({ seq, id, verdict: 'kept' })),
      ),
      NOW,
    );
    expect(outbox.pending(64)).toEqual([]);
  });

  test('keeps the database at its size, month after month', () => {
    const sizes: number[] = [];
    for (let month = 0; month < 12; month += 1) {
      queue(1_000, NOW + month * 30 * A_DAY);
      database.db.transaction(() => outbox.settle(reply(last.seq), NOW + month * 30 * A_DAY))();
      while (prune(NOW + (month - 1) * 30 * A_DAY + 1, 256) === 256);
      database.db.pragma('wal_checkpoint(TRUNCATE)');
      sizes.push(statSync(path.join(folder, 'store.db')).size);
    }
    // Two months are there at the same time, before the older one goes.
    const [, second = 0] = sizes;
    expect(Math.max(...sizes)).toBeLessThanOrEqual(second * 1.05);
    expect(last.seq).toBe(12_000);
    expect(outbox.verify()).toMatchObject({ rows: 1_000, chain: 'ok' });
    expect(openAgain()).toEqual([]);
  });

  test('leaves nothing of the deleted rows in the file', () => {
    queue(200);
    const gone = [...outbox.rowsAfter(database.ordinal, 0)].slice(0, -1);
    outbox.settle(reply(200), NOW - A_DAY);
    prune();
    database.db.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(path.join(folder, 'store.db'));
    expect(gone.filter(({ id, sealed }) => bytes.includes(id) || bytes.includes(sealed.keyId))).toEqual([]);
  });
});
