/** A bundle on a real drive: whole, or not at all and with the reason. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CAN_MOUNT, makeSmallDisk } from '#fixtures/store/small-disk.ts';
import { blotNumbers } from './blot-numbers.ts';
import { writeBundle } from './write-bundle.ts';

const NOW = Date.parse('2026-03-14T09:26:53.589Z');
const FILES = [
  { name: 'a.json', text: '{"状态":"正常"}\n' },
  { name: 'b.jsonl', text: 'x'.repeat(3 * 1024 * 1024) },
];
const place = (folder: string) => ({ folder, station: 'micro-centre-1', now: NOW });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-bundle-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('every file with its hash in the manifest; a second one never writes over the first', async () => {
  const written = await writeBundle(FILES, place(folder));
  if (!written.ok) throw new Error(written.fault);
  expect(path.basename(written.value.folder)).toBe('yeban-micro-centre-1-20260314-172653');
  const manifest = JSON.parse(readFileSync(path.join(written.value.folder, 'manifest.json'), 'utf8')) as {
    files: { name: string; sha256: string }[];
  };
  for (const { name, sha256 } of manifest.files) {
    const content = readFileSync(path.join(written.value.folder, name));
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
  }
  expect(manifest.files.map(({ name }) => name)).toEqual(['a.json', 'b.jsonl']);
  expect(await writeBundle(FILES, place(folder))).toMatchObject({ ok: false });
});

test('the drive is gone, or is no folder', async () => {
  expect(await writeBundle(FILES, place(path.join(folder, 'pulled-out')))).toEqual({ ok: false, fault: 'bundle.gone' });
  writeFileSync(path.join(folder, 'file'), '');
  expect(await writeBundle(FILES, place(path.join(folder, 'file')))).toEqual({ ok: false, fault: 'bundle.gone' });
});

describe.skipIf(!CAN_MOUNT)('on a drive that can be mounted here', () => {
  test('full: nothing half is left, and the reason is told', async () => {
    const drive = makeSmallDisk(2);
    try {
      expect(await writeBundle(FILES, place(drive.folder))).toEqual({ ok: false, fault: 'bundle.full' });
      expect(readdirSync(drive.folder)).toEqual([]);
    } finally {
      drive.remove();
    }
  });

  test('write-protected', async () => {
    const drive = makeSmallDisk(8);
    try {
      spawnSync('mount', ['-o', 'remount,ro', drive.folder]);
      expect(await writeBundle(FILES, place(drive.folder))).toEqual({ ok: false, fault: 'bundle.readOnly' });
    } finally {
      drive.remove();
    }
  });
});

test('numbers of citizens are blotted wherever they stand; hashes, times and cases are not', () => {
  const kept = `"at":1773480000000 ${'ab1380013800'.repeat(5)}1 e3b013800138000c YB26-0001-13800138000999`;
  expect(blotNumbers(kept)).toBe(kept);
  expect(blotNumbers('身份证 11010119491231002X，手机13800138000。+86-13900139000')).toBe(
    '身份证 [number]，手机[telephone]。[telephone]',
  );
});
