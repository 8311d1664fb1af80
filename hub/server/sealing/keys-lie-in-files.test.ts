/** Where the private half of the sealing key lies: in a file of the hub, and nowhere in its database. */
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { caseNumber, submittedCase } from '#fixtures/hub/invented-case.ts';
import { sealedOutbox } from '#fixtures/hub/sealed-outbox.ts';
import { openTestHub, type TestHub } from '#fixtures/hub/test-hub.ts';
import { startEmbedded, type EmbeddedDatabase } from '../database/embedded.ts';
import { KeyPair } from './key-files.ts';
import { loadHubKeys } from './hub-keys.ts';

// A checkpoint writes everybody's pages: on the PostgreSQL that all tests share it takes most of a minute.
let server: EmbeddedDatabase;
let place: string;
beforeAll(async () => {
  place = await mkdtemp(path.join(os.tmpdir(), 'yeban-hub-keys-'));
  server = await startEmbedded(place, () => {});
});
afterAll(async () => {
  await server.stop();
  await rm(place, { recursive: true });
});

let hall: TestHub;
let file: string;
let pair: KeyPair;
beforeEach(async () => {
  hall = await openTestHub(null, server.url);
  file = path.join(hall.keyFolder, `${hall.hub.sealingKey.keyId}.json`);
  pair = KeyPair.parse(JSON.parse(await readFile(file, 'utf8')));
});
afterEach(() => hall.close());

const load = (folder = hall.keyFolder) => loadHubKeys(hall.database, folder, hall.clock);

/** Every byte that PostgreSQL would put into a backup of the table. */
async function inTheDatabase(): Promise<string> {
  const { rows } = await sql`select * from sealing_key`.execute(hall.database);
  const { rows: files } = await sql<{ bytes: string }>`
    select encode(pg_read_binary_file(pg_relation_filepath('sealing_key')), 'escape') as bytes
  `.execute(hall.database);
  return JSON.stringify([rows, files]);
}

test('the file is for the hub’s eyes only, and nothing of it is in the database', async () => {
  expect(await readdir(hall.keyFolder)).toEqual([path.basename(file)]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(hall.keyFolder)).mode & 0o777).toBe(0o700);
  const kept = await inTheDatabase();
  expect(kept).toContain(pair.publicKey);
  expect(kept).not.toContain(pair.privateKey);
});

test('a key that an earlier hub left in the database moves into a file, and what was sealed to it still opens', async () => {
  await rm(file);
  await hall.database.updateTable('sealing_key').set({ private_key: pair.privateKey }).execute();
  expect(await inTheDatabase()).toContain(pair.privateKey);
  const keys = await Promise.all([load(), load()]);
  expect(keys.map(({ current }) => current.keyId)).toEqual([pair.keyId, pair.keyId]);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(pair);
  // A value that was overwritten lies in the table's file until that is written anew.
  await sql`checkpoint`.execute(hall.database);
  expect(await inTheDatabase()).not.toContain(pair.privateKey);
  const outbox = sealedOutbox(hall.hub.sealingKey);
  await hall.send(outbox, await outbox.add(submittedCase(1)));
  expect((await hall.case(caseNumber(1))).row.applicant).toBe('林*英');
});

test('a hub without the file of its database’s key is not started, and makes no second key', async () => {
  const elsewhere = await mkdtemp(path.join(os.tmpdir(), 'yeban-hub-keys-'));
  await expect(load(elsewhere)).rejects.toThrow(
    `the private key ${pair.keyId} of this database is not in ${elsewhere}`,
  );
  expect(await readdir(elsewhere)).toEqual([]);
  await rm(elsewhere, { recursive: true });
});

test('a key file that others may read, or that is damaged, is said in words', async () => {
  await chmod(file, 0o640);
  await expect(load()).rejects.toThrow(`chmod 600 ${file}`);
  await chmod(file, 0o600);
  for (const text of ['', '{}', JSON.stringify({ ...pair, keyId: 'another' })]) {
    await writeFile(file, text);
    await expect(load()).rejects.toThrow(`damaged: bring ${file} back`);
  }
});
