/** What a kiosk tells its hub of its release: once for each change that the hub has heard, also when its disk is full. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReleaseReport } from '#contract/hub-releases.ts';
import { KioskId } from '#contract/ids.ts';
import { fail, ok } from '#contract/result.ts';
import { makeReleaseKey } from '#fixtures/release/sign-release.ts';
import { makeHandClock } from '#fixtures/store/hand-clock.ts';
import { buildMetadata, signMetadata } from '../release/build-metadata.ts';
import { watchReleases, type ReleaseUpdates, type WatchOptions } from './watch-releases.ts';

const key = makeReleaseKey();
const built = buildMetadata({ files: new Map([['texts.json', 'new']]), version: 2, expires: '2099-01-01T00:00:00Z' });

let store: string;
let told: unknown[];
let hubListens: boolean;
let running: ReleaseReport;
let updates: ReleaseUpdates;
beforeEach(async () => {
  store = await mkdtemp(path.join(os.tmpdir(), 'yeban-store-'));
  [told, hubListens, running] = [[], true, { release: 1, refused: null }];
});
afterEach(async () => {
  await updates.stop();
  await rm(store, { recursive: true });
});

function watch(changes: Partial<WatchOptions> = {}): void {
  updates = watchReleases({
    hubUrl: 'http://127.0.0.1:9',
    kiosk: KioskId.parse('01890a5d-ac96-774b-bcce-b302099a8057'),
    store,
    fetch: (url, { body }) => {
      if (url.endsWith('/report')) {
        if (!hubListens) return Promise.reject(new TypeError('fetch failed'));
        told.push(JSON.parse(body ?? ''));
        return Promise.resolve(new Response(null, { status: 204 }));
      }
      if (url.endsWith('/release'))
        return Promise.resolve(Response.json({ metadata: signMetadata(built.signed, key.key, key.privateKey) }));
      return Promise.resolve(new Response(new Uint8Array(built.blobs.get(url.slice(-64)) ?? Buffer.alloc(0))));
    },
    trust: () => Promise.resolve(key.key),
    keepTrust: () => undefined,
    running: () => running,
    use: (release) => ok(release),
    activate: () => Promise.resolve('busy'),
    clock: makeHandClock(),
    log: () => undefined,
    ...changes,
  });
}
/** Looks, and hears out what is said afterwards: the next look waits for it. */
async function look(): Promise<void> {
  await updates.check();
  await updates.check();
}

test('what did not change is said once; a hub that was away hears it later', async () => {
  hubListens = false;
  watch();
  await look();
  expect(told).toEqual([]);
  hubListens = true;
  await look();
  await look();
  expect(told).toEqual([{ release: 1, refused: null }]);
  running = { release: 2, refused: null };
  await look();
  expect(told.at(-1)).toEqual(running);
});

test('a kiosk that is still opening says nothing; out of service it says why', async () => {
  running = { release: null, refused: null };
  watch();
  await look();
  expect(told).toEqual([]);
  running = { release: null, refused: 'badSignature' };
  await look();
  expect(told).toEqual([running]);
});

test.each([
  ['has nothing for its station', { use: () => fail('unknownStation') }, 'wrongStation'],
  ['could not be run', { use: () => fail('badContent') }, 'gateFailed'],
  [
    'finds no room on the disk',
    { activate: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) },
    'noRoom',
  ],
])('a release that %s is refused by name, and the hub hears it', async (_what, changes, refused) => {
  watch(changes);
  await look();
  expect(updates.refused()).toBe(refused);
  expect(told.at(-1)).toEqual({ release: 1, refused });
});

test('a kiosk without a key takes the one its hub has, once there is one', async () => {
  let trusted: typeof key.key | null = null;
  let hubHas: typeof key.key | null = null;
  const asked: string[] = [];
  watch({
    trust: () => Promise.resolve(trusted),
    keepTrust: (given) => {
      trusted = given;
    },
    fetch: (url) => {
      asked.push(new URL(url).pathname.split('/').at(-1) ?? '');
      if (url.endsWith('/release-key')) return Promise.resolve(Response.json({ key: hubHas }));
      return Promise.resolve(
        url.endsWith('/report') ? new Response(null, { status: 204 }) : Response.json({ metadata: null }),
      );
    },
  });
  await look();
  expect(asked).not.toContain('release');
  hubHas = key.key;
  await look();
  expect(trusted).toEqual(key.key);
  expect(asked).toContain('release');
});
