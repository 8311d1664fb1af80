/** Keys in the audit: each that is made or revoked, whoever wrote the file, once, also while no kiosk ran. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StationId } from '#contract/ids.ts';
import { HallClock } from '#fixtures/hall/hall-clock.ts';
import type { Deed } from './audit-book.ts';
import { noticeKeys, type KeyNotice } from './notice-keys.ts';
import { makeKey, readKeys, technicianFolder, writeKeys } from './technician-keys.ts';

const STATION = StationId.parse('micro-centre-1');
const desk = makeKey(STATION, 'night-desk', 'technician', 0);
const inspection = makeKey(STATION, 'inspection', 'inspector', 0);

let store: string;
let clock: HallClock;
let noted: string[];
let diskIsFull: boolean;
let open: KeyNotice[];
beforeEach(() => {
  store = mkdtempSync(path.join(os.tmpdir(), 'yeban-keys-'));
  clock = new HallClock();
  [noted, diskIsFull, open] = [[], false, []];
  writeKeys(store, []);
});
afterEach(async () => {
  for (const each of open) await each.stop();
  rmSync(store, { recursive: true });
});

function start(): KeyNotice {
  const note = async ({ act, subject }: Deed): Promise<never> => {
    if (diskIsFull) throw new Error('ENOSPC');
    noted.push(`${act} ${subject}`);
    return undefined as never;
  };
  const keys = () => readKeys(store);
  const notice = noticeKeys({ folder: technicianFolder(store), keys, audit: { note }, clock, log: () => {} });
  open.push(notice);
  return notice;
}

test('a key that is made while the kiosk runs is written down within the minute, and once', async () => {
  start();
  writeKeys(store, [desk]);
  clock.advance(60_000);
  await expect.poll(() => noted).toEqual(['key.made night-desk technician']);
  clock.advance(60_000);
  await start().look();
  expect(noted).toHaveLength(1);
});

test('one that is revoked while no kiosk runs is written down when the next starts', async () => {
  writeKeys(store, [desk, inspection]);
  await start().stop();
  writeKeys(store, [inspection]);
  await start().stop();
  expect(noted.slice(2)).toEqual(['key.revoked night-desk']);
});

test('another secret under the same name is another key', async () => {
  writeKeys(store, [desk]);
  await start().look();
  writeKeys(store, [makeKey(STATION, 'night-desk', 'technician', 0)]);
  await start().look();
  expect(noted.slice(1)).toEqual(['key.revoked night-desk', 'key.made night-desk technician']);
});

test('a file that can’t be read takes no key away, and a full disk loses no entry', async () => {
  writeKeys(store, [desk]);
  const notice = start();
  await notice.look();
  writeFileSync(path.join(technicianFolder(store), 'keys.json'), 'a poem');
  await notice.look();
  expect(noted).toHaveLength(1);
  writeKeys(store, []);
  diskIsFull = true;
  await notice.look();
  diskIsFull = false;
  await notice.look();
  expect(noted.slice(1)).toEqual(['key.revoked night-desk']);
});
