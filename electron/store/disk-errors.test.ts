/** The disk fails under a running kiosk: its process ends at once, loudly, and the next one finds everything that was answered. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inventedCase } from '#fixtures/store/invented-records.ts';
import { makeHubKey, makeStorePlace, type StorePlace } from '#fixtures/store/temporary-store.ts';
import { StoreClient, type StoreFailed } from './store-client.ts';

const COMMIT_FOREVER = fileURLToPath(new URL('../../fixtures/store/commit-forever.ts', import.meta.url));
/** In blocks of 512 bytes: the write-ahead log meets it long before it is cut. */
const LARGEST_FILE = 2_048;

const { sealingKey } = makeHubKey();
let place: StorePlace;
beforeEach(() => {
  place = makeStorePlace();
});
afterEach(() => place.remove());

test('a write fails (EIO, here by a limit on file sizes): exit code 1, and every answered step is there', async () => {
  const program = [process.execPath, COMMIT_FOREVER, place.folder, place.sessionKeyFolder, sealingKey.publicKey, '4'];
  const child = spawn('sh', ['-c', `trap '' XFSZ; ulimit -f ${LARGEST_FILE}; exec "$@"`, 'sh', ...program]);
  let said = '';
  let complained = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text));
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(1);
  expect(complained).toContain('The store failed (SQLITE_IOERR_WRITE)');
  const answered = said.split('\n').slice(0, -1);
  expect(answered.length).toBeGreaterThan(50);
  const store = await place.open();
  const kept = new Set((await store.outbox.pending(10_000)).map(({ id }): string => id));
  expect(answered.filter((line) => !kept.has(line.split(' ')[0] ?? ''))).toEqual([]);
  expect(await store.outbox.verify()).toMatchObject({ chain: 'ok' });
});

test('an exception in the store’s thread, whatever it is, ends everything that waits', async () => {
  const failures: StoreFailed[] = [];
  const { client } = await StoreClient.start(
    { folder: place.folder, at: 0 },
    { failed: (failure) => failures.push(failure), noted: () => {} },
  );
  const waiting = [client.call('step', null as never), client.call('status', 0), client.call('verify', null)];
  const ended = await Promise.allSettled(waiting);
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(failures.map(({ code }) => code)).toEqual(['unexpected']);
  await expect(client.call('verify', null)).rejects.toThrow('The store failed (unexpected)');
  await client.close();
});

test('the file is spoiled under a running kiosk: sooner or later it is found, put aside, and nothing is passed over in silence', async () => {
  const store = await place.open({ failed: () => {} });
  const journal = store.journal(sealingKey);
  const session = await journal.openSession();
  const answered: string[] = [];
  const commit = async (index: number): Promise<void> => {
    const record = inventedCase(index);
    await journal.commit({ session, snapshot: index, records: [record] });
    answered.push(record.id);
  };
  for (let index = 1; index <= 40; index += 1) await commit(index);
  await store.truncate();
  spoilMiddle(path.join(place.folder, 'store.db'));
  // Whether the running process notices depends on what it has in memory; it must not matter.
  await Promise.allSettled([commit(41), store.outbox.verify(), journal.forgetSession(session)]);
  await store.close().catch(() => {});
  const again = await place.open();
  const kept = new Set((await again.outbox.pending(64)).map(({ id }): string => id));
  const { pending } = await again.outbox.status();
  expect(place.logged.filter(({ event }) => event === 'store.movedAside')).toHaveLength(1);
  expect(place.logged.find(({ event }) => event === 'store.movedAside')?.detail).toMatchObject({
    rescuedRows: pending,
  });
  expect(readdirSync(path.join(place.folder, 'aside'))).toHaveLength(1);
  expect(again.epoch).not.toBe(store.epoch);
  // What lies before and behind the spoiled pages is on its way to the hub; what lies in them is in the file put aside.
  expect(pending).toBeGreaterThan(20);
  expect([...kept].filter((id) => !answered.includes(id))).toEqual([]);
});

/** Four pages in the middle of the file become nonsense. */
function spoilMiddle(file: string): void {
  const handle = openSync(file, 'r+');
  const middle = Math.floor(statSync(file).size / 4096 / 2) * 4096;
  writeSync(handle, Buffer.alloc(4 * 4096, 0xee), 0, 4 * 4096, middle);
  closeSync(handle);
}
