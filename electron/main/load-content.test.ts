/** What a kiosk runs: the current release, the one before it when that one is refused, or nothing and the reason why. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { StationId } from '#contract/ids.ts';
import type { Json } from '#contract/json.ts';
import { readFewServices } from '#fixtures/release/few-services.ts';
import { makeReleaseKey, signRelease } from '#fixtures/release/sign-release.ts';
import { makeHubKey } from '#fixtures/store/temporary-store.ts';
import { compileSource } from '#flows/release/compile-source.ts';
import { writePointer } from '../release/release-pointer.ts';
import { loadKioskContent } from './load-content.ts';

const key = makeReleaseKey();
const { sealingKey } = makeHubKey();

let good: ReadonlyMap<string, Json>;
beforeAll(async () => {
  const compiled = compileSource(await readFewServices());
  if (!compiled.ok) throw new Error('the catalogue does not compile');
  good = new Map([...compiled.value, ['settings.json', { sealingKey }]]);
});

let store: string;
let noted: unknown[];
beforeEach(() => {
  store = mkdtempSync(path.join(os.tmpdir(), 'yeban-content-'));
  noted = [];
});
afterEach(() => {
  rmSync(store, { recursive: true });
});

/** Makes it the current release; the version below stays at hand. */
async function publish(version: number, changed: Readonly<Record<string, Json>> = {}): Promise<void> {
  const folder = path.join(store, 'releases');
  const files = new Map([...good, ...Object.entries(changed)]);
  await signRelease({ files, version, expires: '2027-01-01T00:00:00Z', folder, key });
  if (version > 1) writePointer(folder, 'previous', version - 1);
}

async function load(station = 'micro-centre-1'): Promise<number | string> {
  const log = (event: string, detail: object = {}) => noted.push([event, detail]);
  const loaded = await loadKioskContent({ store, station: StationId.parse(station) }, key.key, log);
  return loaded.ok ? loaded.value.release : loaded.fault;
}

test('the current release', async () => {
  await publish(1);
  await publish(2);
  expect(await load()).toBe(2);
  expect(noted).toEqual([]);
});

describe('the one before, and the reason noted down by name', () => {
  const used = (reason: string) => [
    ['release.currentRefused', { reason }],
    ['release.previousUsed', { version: 1 }],
  ];

  test('when the disk spoiled the current one', async () => {
    await publish(1);
    await publish(2);
    rmSync(path.join(store, 'releases', '2', 'targets'), { recursive: true });
    expect(await load()).toBe(1);
    expect(noted).toEqual(used('incomplete'));
  });

  test('when the current one is signed and yet no use', async () => {
    await publish(1);
    await publish(2, { 'catalogue.json': { district: 3 } });
    expect(await load()).toBe(1);
    expect(noted).toContainEqual(['release.finding', { release: 2, rule: 'shape.type', file: 'catalogue.json' }]);
    expect(noted.slice(-2)).toEqual(used('badContent'));
  });

  test('when the current one has no key that anything could be sealed to', async () => {
    await publish(1);
    await publish(2, { 'settings.json': { sealingKey: { keyId: 'short', publicKey: 'AAAA' } } });
    expect(await load()).toBe(1);
    expect(noted).toEqual(used('noSealingKey'));
  });
});

describe('nothing, and the current release’s reason', () => {
  test('when neither is any use', async () => {
    await publish(1, { 'settings.json': {} });
    await publish(2, { 'catalogue.json': {} });
    expect(await load()).toBe('badContent');
  });

  test('when there is no release at all', async () => {
    expect(await load()).toBe('notFound');
  });

  test('when this station is not in it', async () => {
    await publish(1);
    expect(await load('nowhere-1')).toBe('unknownStation');
  });
});
