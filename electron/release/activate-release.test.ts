/** A new release comes into use whole or not at all, and the last good one stays at hand. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeReleaseKey } from '#fixtures/release/sign-release.ts';
import { activateRelease } from './activate-release.ts';
import { buildMetadata, signMetadata } from './build-metadata.ts';
import { fail, ok } from '#contract/result.ts';
import { loadLastGood } from './load-last-good.ts';
import type { Release } from './load-release.ts';
import { readPointer, writePointer } from './release-pointer.ts';
import { writeRelease } from './write-release.ts';

const key = makeReleaseKey();
const NOW = Date.parse('2026-06-01T00:00:00Z');

let root: string;
let releases: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'yeban-activate-'));
  releases = path.join(root, 'releases');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** A release as it comes on a stick. */
async function stick(version: number, expires = '2027-01-01T00:00:00Z'): Promise<string> {
  const folder = path.join(root, `stick-${version}`);
  const files = new Map([['services/senior-card.json', { version }]]);
  const { signed, blobs } = buildMetadata({ files, version, expires });
  await writeRelease(folder, signMetadata(signed, key.key, key.privateKey), blobs);
  return folder;
}

const activate = async (from: string): Promise<string> => {
  const result = await activateRelease({ from, folder: releases, trust: key.key, now: NOW });
  return result.ok ? `active ${result.value.version}` : result.fault.name;
};
const pointers = async (): Promise<unknown[]> => [
  await readPointer(releases, 'current'),
  await readPointer(releases, 'previous'),
];

describe('activating', () => {
  test('moves to each newer release and remembers the one before', async () => {
    expect(await activate(await stick(1))).toBe('active 1');
    expect(await pointers()).toEqual([1, null]);
    expect(await activate(await stick(5))).toBe('active 5');
    expect(await pointers()).toEqual([5, 1]);
    expect(readdirSync(releases).toSorted()).toEqual(['1', '5', 'current', 'newest', 'previous']);
  });

  test.each([4, 5])('refuses version %i when 5 is active', async (version) => {
    await activate(await stick(5));
    expect(await activate(await stick(version))).toBe('older');
    expect(await pointers()).toEqual([5, null]);
  });

  test('refuses an expired, a damaged and an absent release, and changes nothing', async () => {
    await activate(await stick(1));
    expect(await activate(await stick(2, '2026-05-31T23:59:59Z'))).toBe('expired');
    const broken = await stick(3);
    const [target = ''] = readdirSync(path.join(broken, 'targets'));
    writeFileSync(path.join(broken, 'targets', target), '{}');
    expect(await activate(broken)).toBe('wrongHash');
    expect(await activate(path.join(root, 'nowhere'))).toBe('notFound');
    expect(await pointers()).toEqual([1, null]);
    expect(readdirSync(releases).toSorted()).toEqual(['1', 'current', 'newest']);
  });

  test('refuses what is not newer than all that ever ran, also when `current` was set back or is lost', async () => {
    await activate(await stick(1));
    await activate(await stick(5));
    writePointer(releases, 'current', 1);
    expect(await activate(await stick(4))).toBe('older');
    rmSync(path.join(releases, 'current'));
    expect(await activate(await stick(5))).toBe('older');
    expect(await activate(await stick(6))).toBe('active 6');
  });

  test('never puts a release that the disk spoiled in the place of the last good one', async () => {
    await activate(await stick(1));
    await activate(await stick(2));
    rmSync(path.join(releases, '2', 'targets'), { recursive: true });
    expect(await activate(await stick(3))).toBe('active 3');
    expect(await pointers()).toEqual([3, 1]);
  });

  test('keeps the one in use and the one before it, and nothing that is older or was left half written', async () => {
    for (const version of [1, 2, 3]) await activate(await stick(version));
    mkdirSync(path.join(releases, '9.new'));
    expect(await activate(await stick(4))).toBe('active 4');
    expect(await pointers()).toEqual([4, 3]);
    expect(readdirSync(releases).toSorted()).toEqual(['3', '4', 'current', 'newest', 'previous']);
  });

  test('goes on after a power cut left half a copy', async () => {
    await activate(await stick(1));
    await writeRelease(path.join(releases, '2.new'), { signed: {}, signatures: [] } as never, new Map());
    expect(await activate(await stick(2))).toBe('active 2');
    expect(readFileSync(path.join(releases, 'current'), 'utf8')).toBe('2\n');
  });
});

describe('at start', () => {
  const events: unknown[] = [];
  /** A version that is signed and whole, and yet makes no sense to this kiosk. */
  let unusable = 0;
  const load = async (): Promise<unknown> => {
    const use = (release: Release) => (release.version === unusable ? fail('badContent') : ok(release.version));
    const loaded = await loadLastGood(releases, key.key, use, (event, detail) => events.push([event, detail]));
    return loaded.ok ? loaded.value : loaded.fault;
  };

  test('the current release runs, or the one before when the disk spoiled it', async () => {
    expect(await load()).toBe('notFound');
    await activate(await stick(1));
    await activate(await stick(2));
    expect(await load()).toBe(2);
    rmSync(path.join(releases, '2', 'targets'), { recursive: true });
    events.length = 0;
    expect(await load()).toBe(1);
    expect(events).toEqual([
      ['release.currentRefused', { reason: 'incomplete' }],
      ['release.previousUsed', { version: 1 }],
    ]);
    rmSync(path.join(releases, '1'), { recursive: true });
    expect(await load()).toBe('incomplete');
  });

  test('a current release whose content is no use gives way to the one before as well', async () => {
    await activate(await stick(1));
    await activate(await stick(2));
    unusable = 2;
    expect(await load()).toBe(1);
    unusable = 0;
  });

  test('a `current` that was set back to an older release does not run it: the newest runs, or none', async () => {
    await activate(await stick(1));
    await activate(await stick(2));
    writePointer(releases, 'current', 1);
    events.length = 0;
    expect(await load()).toBe(2);
    expect(events).toEqual([
      ['release.currentRefused', { reason: 'older' }],
      ['release.newestUsed', { version: 2 }],
    ]);
    rmSync(path.join(releases, '2'), { recursive: true });
    expect(await load()).toBe('older');
    expect(await activate(await stick(3))).toBe('active 3');
    expect(await load()).toBe(3);
  });

  test('a `current` that is lost gives way to the newest, not to the one before', async () => {
    await activate(await stick(1));
    await activate(await stick(2));
    rmSync(path.join(releases, 'current'));
    expect(await load()).toBe(2);
  });

  test('an older release in the folder of the newest one is refused as well', async () => {
    await activate(await stick(1));
    await activate(await stick(2));
    writePointer(releases, 'previous', 2);
    rmSync(path.join(releases, '2'), { recursive: true });
    cpSync(path.join(releases, '1'), path.join(releases, '2'), { recursive: true });
    expect(await load()).toBe('older');
  });

  test('a power cut just before `current` moved leaves a kiosk that runs the new release', async () => {
    await activate(await stick(1));
    await activate(await stick(2));
    writePointer(releases, 'current', 1);
    rmSync(path.join(releases, 'previous'));
    expect(await load()).toBe(2);
  });
});
