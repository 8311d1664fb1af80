/** A hub that sends more than it may: refused by name, after little more than the limit, and nothing of it on the disk. */
import { createServer, type ServerResponse } from 'node:http';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createGzip } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { METADATA_LIMIT_BYTES, TARGET_LIMIT_BYTES } from '#contract/hub-releases.ts';
import { KioskId } from '#contract/ids.ts';
import { makeReleaseKey } from '#fixtures/release/sign-release.ts';
import { systemClock } from '../main/system-clock.ts';
import { signMetadata } from '../release/build-metadata.ts';
import { fetchRelease } from './fetch-release.ts';
import { mostHeld } from '#fixtures/memory/held-memory.ts';

const key = makeReleaseKey();
const MIB = 1024 * 1024;
/** What lies in buffers of the system on the way does not count. */
const ON_THE_WAY = 8 * MIB;
const LARGE = 'a'.repeat(64);

type Send = (response: ServerResponse) => void;
let store: string;
let send: { offer: Send; target: Send };
let sent: number;
const server = createServer((request, response) => {
  (request.url?.endsWith('/release') === true ? send.offer : send.target)(response);
});
beforeEach(async () => {
  store = await mkdtemp(path.join(os.tmpdir(), 'yeban-store-'));
  sent = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  await rm(store, { recursive: true });
});

/** Blanks, which are good JSON for ever, as long as anybody listens. */
function pour(write: (bytes: Buffer) => boolean, response: ServerResponse, drained: NodeJS.EventEmitter): void {
  const chunk = Buffer.alloc(64 * 1024, 32);
  const more = (): void => {
    while (!response.destroyed) {
      sent += chunk.length;
      if (!write(chunk)) {
        drained.once('drain', more);
        return;
      }
    }
  };
  more();
}
const endless: Send = (response) => pour((bytes) => response.write(bytes), response, response);
/** A thousand times as much once it is unpacked. */
const zipped: Send = (response) => {
  response.setHeader('content-encoding', 'gzip');
  const gzip = createGzip();
  gzip.pipe(response);
  pour((bytes) => gzip.write(bytes), response, gzip);
};
const offers =
  (length: number, files = 1): Send =>
  (response) => {
    const target = { length, hashes: { sha256: LARGE } };
    const targets = Object.fromEntries(Array.from({ length: files }, (_, index) => [`f${index}.json`, target]));
    const expires = '2099-01-01T00:00:00Z';
    const signed = { _type: 'targets' as const, spec_version: '1.0.34', version: 2, expires, targets };
    response.end(JSON.stringify({ metadata: signMetadata(signed, key.key, key.privateKey) }));
  };

async function refusedBecause(): Promise<unknown> {
  const { port } = server.address() as AddressInfo;
  const fetched = await fetchRelease({
    hub: {
      hubUrl: `http://127.0.0.1:${port}`,
      kiosk: KioskId.parse('01890a5d-ac96-774b-bcce-b302099a8057'),
      clock: systemClock,
      signal: new AbortController().signal,
      fetch: (url, init) => fetch(url, init),
    },
    trust: key.key,
    releases: path.join(store, 'releases'),
    into: path.join(store, 'incoming'),
  });
  if (fetched.ok) return fetched.value;
  return typeof fetched.fault === 'string' ? fetched.fault : fetched.fault.name;
}

test.each<[string, Send, Send, string, number]>([
  ['an offer without end', endless, endless, 'tooLarge', METADATA_LIMIT_BYTES],
  ['an offer that unpacks without end', zipped, endless, 'tooLarge', METADATA_LIMIT_BYTES],
  ['a file without end', offers(2), endless, 'wrongHash', 2],
  ['a file that unpacks without end', offers(2), zipped, 'wrongHash', 2],
  ['a file as large as may be, and no end', offers(TARGET_LIMIT_BYTES), endless, 'wrongHash', TARGET_LIMIT_BYTES],
  ['a release of 200 MB in one file', offers(200 * MIB), endless, 'tooLarge', 0],
  ['a release of 200 MB in many files', offers(MIB, 200), endless, 'tooLarge', 0],
  ['a list of files that has no end', offers(1, 20_000), endless, 'tooLarge', METADATA_LIMIT_BYTES],
])('%s', async (_what, offer, target, name, limit) => {
  send = { offer, target };
  const most = await mostHeld(async () => expect(await refusedBecause()).toBe(name));
  expect(sent).toBeLessThan(limit + ON_THE_WAY);
  expect(most).toBeLessThan(2 * TARGET_LIMIT_BYTES + ON_THE_WAY);
  expect(await readdir(store)).toEqual([]);
});
