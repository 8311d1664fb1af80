/** The store as the kiosk uses it: steps, case numbers, one process at a time. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CaseNumber } from '#contract/case-number.ts';
import { Day } from '#contract/ids.ts';
import { CHAIN_START, RecordEnvelope } from '#contract/record.ts';
import { DAY, inventedCase, inventedRating } from '#fixtures/store/invented-records.ts';
import { makeHubKey, makeStorePlace, type StorePlace } from '#fixtures/store/temporary-store.ts';
import { chainRow, hashRow } from './hash-row.ts';

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
});
