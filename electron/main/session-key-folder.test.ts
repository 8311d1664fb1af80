/** A kiosk whose keys would outlive a power cut is not started, unless a developer says so. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeSessionKeyFolder } from './session-key-folder.ts';

/** On the disk that this project lies on; the system's folder for temporary files may be in memory. */
const ON_DISK = path.resolve(import.meta.dirname, '../../.build');

let disk: string;
let memory: string;
beforeEach(() => {
  mkdirSync(ON_DISK, { recursive: true });
  disk = mkdtempSync(path.join(ON_DISK, 'keys-'));
  memory = mkdtempSync('/dev/shm/yeban-keys-');
});
afterEach(() => {
  for (const folder of [disk, memory]) rmSync(folder, { recursive: true });
});

test('keys in memory: the kiosk starts', async () => {
  const made = await makeSessionKeyFolder({ XDG_RUNTIME_DIR: memory }, { onDisk: false });
  expect(made).toEqual({ ok: true, value: expect.stringContaining(memory) });
});

test('keys on a disk: refused with the folder and what to do; a developer may insist', async () => {
  const refused = await makeSessionKeyFolder({ RUNTIME_DIRECTORY: disk }, { onDisk: false });
  expect(refused).toEqual({ ok: false, fault: expect.stringMatching(new RegExp(`${disk}[^]*tmpfs`)) });
  expect(await makeSessionKeyFolder({ RUNTIME_DIRECTORY: disk }, { onDisk: true })).toMatchObject({ ok: true });
});
