/** What a kiosk fetches of an offered release, and what it refuses before a single file is asked for. */
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TARGET_LIMIT_BYTES } from '#contract/hub-releases.ts';
import { KioskId } from '#contract/ids.ts';
import type { Json } from '#contract/json.ts';
import { METADATA_FILE, TARGETS_FOLDER, type TargetsMetadata } from '#contract/release.ts';
import { makeReleaseKey, signRelease } from '#fixtures/release/sign-release.ts';
import { buildMetadata, signMetadata } from '../release/build-metadata.ts';
import { systemClock } from '../main/system-clock.ts';
import { fetchRelease } from './fetch-release.ts';

const key = makeReleaseKey();
const EXPIRES = '2099-01-01T00:00:00Z';
let store: string;
let asked: string[];
beforeEach(async () => {
  store = await mkdtemp(path.join(os.tmpdir(), 'yeban-store-'));
  asked = [];
});
afterEach(() => rm(store, { recursive: true }));

const release = (version: number, texts: Json, expires = EXPIRES) =>
  buildMetadata({
    files: new Map<string, Json>([
      ['same.json', 'as ever'],
      ['texts.json', texts],
    ]),
    version,
    expires,
  });
const sign = (signed: TargetsMetadata['signed'], by = key) => signMetadata(signed, by.key, by.privateKey);

/** A hub that offers this and has these files. */
async function fetchFrom(
  metadata: unknown,
  blobs: { readonly get: (sha256: string) => Buffer | undefined } = new Map<string, Buffer>(),
  otherwise = 404,
) {
  const fetched = await fetchRelease({
    hub: {
      hubUrl: 'http://127.0.0.1:9',
      kiosk: KioskId.parse('01890a5d-ac96-774b-bcce-b302099a8057'),
      clock: systemClock,
      signal: new AbortController().signal,
      fetch: (url) => {
        asked.push(url);
        if (url.endsWith('/release')) return Promise.resolve(Response.json({ metadata }));
        const bytes = blobs.get(url.slice(-64));
        return Promise.resolve(
          bytes === undefined ? new Response('', { status: otherwise }) : new Response(new Uint8Array(bytes)),
        );
      },
    },
    trust: key.key,
    releases: path.join(store, 'releases'),
    into: path.join(store, 'incoming'),
  });
  if (fetched.ok) return fetched.value;
  return typeof fetched.fault === 'string' ? fetched.fault : fetched.fault.name;
}

async function runsVersion(version: number): Promise<void> {
  const files = new Map<string, Json>([
    ['same.json', 'as ever'],
    ['texts.json', 'old'],
  ]);
  await signRelease({ files, version, expires: EXPIRES, folder: path.join(store, 'releases'), key });
}

test('only what no earlier release has is fetched', async () => {
  await runsVersion(1);
  const built = release(2, 'new');
  expect(await fetchFrom(sign(built.signed), built.blobs)).toBe(2);
  expect(asked.length).toBe(2);
  expect(await readFile(path.join(store, 'incoming', METADATA_FILE), 'utf8')).toContain('"version": 2');
});

test('what waits or was refused is not fetched again, but for what is not whole', async () => {
  const built = release(1, 'new');
  expect(await fetchFrom(sign(built.signed), built.blobs)).toBe(1);
  asked = [];
  expect(await fetchFrom(sign(built.signed))).toBe(1);
  expect(asked.length).toBe(1);
  const [sha256 = ''] = built.blobs.keys();
  await writeFile(path.join(store, 'incoming', TARGETS_FOLDER, sha256), 'spoiled');
  asked = [];
  expect(await fetchFrom(sign(built.signed), built.blobs)).toBe(1);
  expect(asked.length).toBe(2);
});

test('a line that broke off goes on at the file where it was, and nothing of it is left behind', async () => {
  const built = release(1, 'new');
  const [first = '', last = ''] = [...built.blobs.keys()];
  let asksForLast = 0;
  const answer = (sha256: string) => {
    if (sha256 === last) asksForLast += 1;
    return sha256 === last && asksForLast === 1 ? undefined : built.blobs.get(sha256);
  };
  expect(await fetchFrom(sign(built.signed), { get: answer }, 503)).toBe('noAnswer');
  expect(await readdir(store)).toEqual(['incoming.arriving']);
  asked = [];
  expect(await fetchFrom(sign(built.signed), { get: answer }, 503)).toBe(1);
  expect(asked.filter((url) => url.endsWith(first))).toEqual([]);
  expect(asked.filter((url) => url.endsWith(last))).toHaveLength(1);
  expect(await readdir(store)).toEqual(['incoming']);
});

test('a hub with nothing, or with the release that runs, changes nothing', async () => {
  await runsVersion(2);
  expect(await fetchFrom(null)).toBe(null);
  expect(await fetchFrom(sign(release(2, 'old').signed))).toBe(null);
});

test('refused by name before a file is asked for', async () => {
  await runsVersion(2);
  const { signed } = release(3, 'new');
  const huge = { length: TARGET_LIMIT_BYTES + 1, hashes: { sha256: '0'.repeat(64) } };
  const large = { length: TARGET_LIMIT_BYTES, hashes: { sha256: '0'.repeat(64) } };
  const five = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.json`, large]));
  expect(await fetchFrom({ signed, signatures: [] })).toBe('malformed');
  expect(await fetchFrom({ ...sign(signed), signed: { ...signed, version: 4 } })).toBe('badSignature');
  expect(await fetchFrom(sign(signed, makeReleaseKey()))).toBe('untrustedKey');
  expect(await fetchFrom(sign(release(1, 'older').signed))).toBe('older');
  expect(await fetchFrom(sign(release(3, 'new', '2001-01-01T00:00:00Z').signed))).toBe('expired');
  expect(await fetchFrom(sign({ ...signed, targets: { 'huge.json': huge } }))).toBe('tooLarge');
  expect(await fetchFrom(sign({ ...signed, targets: five }))).toBe('tooLarge');
  expect(asked.every((url) => url.endsWith('/release'))).toBe(true);
});

test('a file that is missing or is another than was signed', async () => {
  const built = release(3, 'new');
  expect(await fetchFrom(sign(built.signed))).toBe('incomplete');
  const swapped = new Map([...built.blobs].map(([sha256, bytes]) => [sha256, Buffer.alloc(bytes.length, 32)]));
  expect(await fetchFrom(sign(built.signed), swapped)).toBe('wrongHash');
  const longer = new Map([...built.blobs].map(([sha256, bytes]) => [sha256, Buffer.concat([bytes, bytes])]));
  expect(await fetchFrom(sign(built.signed), longer)).toBe('wrongHash');
});
