/** kill -9 before every change to the disk, from the first byte fetched to the last pointer: the old release or the new. */
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '#contract/result.ts';
import { takeUp, type Offered } from '#fixtures/release/take-up.ts';
import { makeReleaseKey, signRelease } from '#fixtures/release/sign-release.ts';
import { buildMetadata, signMetadata } from '../release/build-metadata.ts';
import { loadLastGood } from '../release/load-last-good.ts';

vi.setConfig({ testTimeout: 180_000 });

const PROGRAM = fileURLToPath(import.meta.resolve('#fixtures/release/take-up-that-dies.ts'));
const NOW = Date.parse('2026-11-20T12:00:00Z');
const EXPIRES = '2099-01-01T00:00:00Z';
const key = makeReleaseKey();
const texts = (version: number) =>
  new Map([
    ['same.json', 'as ever'],
    ['texts.json', `of ${version}`],
  ]);

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'yeban-update-'));
});
afterEach(() => rm(root, { recursive: true }));

function offered(store: string): Offered {
  const { signed, blobs } = buildMetadata({ files: texts(2), version: 2, expires: EXPIRES });
  return {
    ...{ store, trust: key.key, now: NOW },
    metadata: signMetadata(signed, key.key, key.privateKey),
    blobs: Object.fromEntries([...blobs].map(([sha256, bytes]) => [sha256, bytes.toString('base64')])),
  };
}

/** False when it came to its end without so many changes to the disk. */
function diesBefore(store: string, change: number): boolean {
  const ran = spawnSync(process.execPath, [PROGRAM, JSON.stringify(offered(store)), String(change)]);
  if (ran.signal !== 'SIGKILL' && ran.status !== 0) throw new Error(ran.stderr.toString());
  return ran.signal === 'SIGKILL';
}

/** The version that a kiosk started on this disk would serve citizens with. */
async function startsWith(store: string): Promise<unknown> {
  const loaded = await loadLastGood(
    path.join(store, 'releases'),
    key.key,
    (release) => ok(release.version),
    () => {},
  );
  return loaded.ok ? loaded.value : loaded.fault;
}

test.each([
  ['with a release in use', 1, 1],
  ['with none before', null, 'notFound'],
])('%s', async (_what, before, old) => {
  const disk = path.join(root, 'before');
  if (before !== null)
    await signRelease({
      files: texts(before),
      version: before,
      expires: EXPIRES,
      folder: path.join(disk, 'releases'),
      key,
    });
  const seen: unknown[] = [];
  const store = path.join(root, 'store');
  for (let change = 1; ; change += 1) {
    await rm(store, { recursive: true, force: true });
    if (before !== null) await cp(disk, store, { recursive: true });
    if (!diesBefore(store, change)) break;
    seen.push(await startsWith(store));
    // Power is back: it goes on by itself, and leaves nothing lying about.
    await takeUp(offered(store));
    expect(await startsWith(store), `after a cut before change ${change}`).toBe(2);
    const releases = (await readdir(path.join(store, 'releases'))).filter((name) => /^\d/.test(name));
    expect(releases).toEqual(before === null ? ['2'] : [String(before), '2']);
    expect(await readdir(store)).toEqual(['releases']);
  }
  expect(seen.length).toBeGreaterThan(20);
  expect(new Set(seen)).toEqual(new Set([old, 2]));
  // Once it is the new one, it never is the old one again.
  expect(seen.lastIndexOf(old)).toBeLessThan(seen.indexOf(2));
});
