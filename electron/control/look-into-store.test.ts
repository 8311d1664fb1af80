/** Looking into a store from beside the kiosk: what waits is seen, and nothing in it is different afterwards. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inventedRating } from '#fixtures/store/invented-records.ts';
import { makeHubKey, makeStorePlace, STILL_CLOCK, type StorePlace } from '#fixtures/store/temporary-store.ts';
import type { Store } from '../store/open-store.ts';
import { lookIntoStore, type StoreLook } from './look-into-store.ts';

const { sealingKey } = makeHubKey();
let place: StorePlace;
let file: string;
beforeEach(() => {
  place = makeStorePlace();
  file = path.join(place.folder, 'data', 'store.db');
});
afterEach(() => place.remove());

/** A kiosk's store with 70 rows, the first five delivered. */
async function open(): Promise<Store> {
  const store = await place.open({ folder: path.join(place.folder, 'data') });
  const journal = store.journal(sealingKey);
  const session = await journal.openSession();
  const records = Array.from({ length: 70 }, () => inventedRating(5));
  await journal.commit({ session, snapshot: 1, records });
  await store.outbox.settle({ epoch: store.epoch, ackThrough: 5, verdicts: [] });
  await journal.forgetSession(session);
  return store;
}

const report = (look: StoreLook) => look.report(STILL_CLOCK.now());

test('what waits in a store that was closed is seen, every row of it, and the file stays as it was', async () => {
  const store = await open();
  await store.close();
  const before = readFileSync(file);
  const seen = lookIntoStore(place.folder, (look) => {
    const first = look.page(null);
    return { report: report(look), chain: look.verify(), first, second: look.page(first.next) };
  });
  if (!seen.ok) throw new Error(seen.fault.detail);
  expect(seen.value.report).toMatchObject({ firstSeq: 1, lastSeq: 70, pending: 65, acknowledged: 5, chain: 'ok' });
  expect(seen.value.report.epoch).toBe(store.epoch);
  expect(seen.value.chain).toEqual({ rows: 70, chain: 'ok', brokenAt: null });
  const rows = [...seen.value.first.rows, ...seen.value.second.rows];
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 65 }, (_, index) => index + 6));
  expect(seen.value.second.next).toBeNull();
  expect(readFileSync(file).equals(before)).toBe(true);
  const again = await place.open({ folder: path.join(place.folder, 'data') });
  expect(await again.outbox.status()).toMatchObject({ pending: 65, chain: 'ok' });
});

test('while a kiosk has it open, nobody else looks', async () => {
  const store = await open();
  expect(lookIntoStore(place.folder, report)).toMatchObject({ ok: false, fault: { kind: 'taken' } });
  // The kiosk did not notice.
  expect(await store.outbox.status()).toMatchObject({ pending: 65 });
});

test('no store, a poem and a row that was changed are each called what they are', async () => {
  expect(lookIntoStore(place.folder, report)).toMatchObject({ ok: false, fault: { kind: 'absent' } });
  const store = await open();
  await store.close();
  const db = new Database(file);
  const triggers = db.prepare<[], string>("select name from sqlite_master where type = 'trigger'").pluck().all();
  for (const name of triggers) db.exec(`drop trigger ${name}`);
  db.exec("update outbox set ciphertext = 'AAAA' where seq = 69");
  db.close();
  expect(lookIntoStore(place.folder, report)).toEqual({ ok: false, fault: { kind: 'damaged', detail: 'chain' } });
  writeFileSync(file, 'this is not a database, it is a poem about the moon'.repeat(100));
  expect(lookIntoStore(place.folder, report)).toMatchObject({ ok: false, fault: { kind: 'damaged' } });
});
