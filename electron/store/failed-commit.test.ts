/** A commit fails: everything that waits is refused, nothing more is promised, and the process is told to end. */
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, inventedRating } from '#fixtures/store/invented-records.ts';
import { makeHubKey, makeStorePlace, type StorePlace } from '#fixtures/store/temporary-store.ts';
import type { StoreFailed } from './store-client.ts';

const { sealingKey } = makeHubKey();
let place: StorePlace;
beforeEach(async () => {
  place = makeStorePlace();
  const store = await place.open();
  const journal = store.journal(sealingKey);
  await journal.forgetSession(await journal.openSession(), [inventedRating(5)]);
  await store.close();
});
afterEach(() => place.remove());

/** From now on the file refuses this: what a bad disk would do at a moment nobody can choose. */
function refuse(what: string): void {
  const db = new Database(path.join(place.folder, 'store.db'));
  db.exec(`create trigger bad_disk before ${what} begin select raise(abort, 'disk I/O error'); end`);
  db.close();
}

describe('a failed commit', () => {
  test('rejects every step that waits and all that come after', async () => {
    refuse('insert on session_snapshot');
    const failures: StoreFailed[] = [];
    const store = await place.open({ failed: (failure) => failures.push(failure) });
    const journal = store.journal(sealingKey);
    const session = await journal.openSession();
    const steps = await Promise.allSettled([
      journal.reserveCaseNumbers(DAY, 1),
      journal.commit({ session, snapshot: 1, records: [inventedRating(4)] }),
      journal.commit({ session, snapshot: 2, records: [] }),
      journal.commit({ session, snapshot: 3, records: [inventedRating(3)] }),
    ]);
    expect(steps.slice(1).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect(journal.reserveCaseNumbers(DAY, 1)).rejects.toThrow('The store failed');
    await expect(store.outbox.pending()).rejects.toThrow('The store failed');
    expect(failures).toHaveLength(1);
    expect(place.logged.at(-1)).toEqual({ event: 'store.failed', detail: { code: 'SQLITE_CONSTRAINT_TRIGGER' } });
  });

  test('leaves nothing of its step behind', async () => {
    refuse('insert on outbox');
    const store = await place.open({ failed: () => {} });
    const journal = store.journal(sealingKey);
    const session = await journal.openSession();
    await journal.commit({ session, snapshot: 1, records: [] });
    await expect(journal.commit({ session, snapshot: 2, records: [inventedRating(4)] })).rejects.toThrow();
    await store.close();
    const again = await place.open();
    expect(await again.journal(sealingKey).recoverSession()).toEqual({ session, snapshot: 1 });
    expect(await again.outbox.status()).toMatchObject({ lastSeq: 1, chain: 'ok' });
  });
});

describe('an outbox row', () => {
  test('can’t be changed', async () => {
    const db = new Database(path.join(place.folder, 'store.db'));
    expect(() => db.exec("update outbox set kind = 'case.submitted'")).toThrow('never changed');
    db.close();
  });
});
