/** Releases without end: the hub says no by name, reads little more than it may, and keeps nothing of it. */
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HubFault } from '#contract/hub-api.ts';
import { METADATA_LIMIT_BYTES, TARGET_LIMIT_BYTES } from '#contract/hub-releases.ts';
import type { TargetsMetadata } from '#contract/release.ts';
import { signMetadata } from '#electron/release/build-metadata.ts';
import { openTestHub, type TestHub } from '#fixtures/hub/test-hub.ts';
import { makeReleaseKey } from '#fixtures/release/sign-release.ts';

const MIB = 1024 * 1024;
/** What lies in buffers of the system on the way does not count. */
const ON_THE_WAY = 8 * MIB;
const key = makeReleaseKey();
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

let hall: TestHub;
beforeEach(async () => {
  hall = await openTestHub();
});
afterEach(() => hall.close());

const kept = async (): Promise<number> =>
  (await hall.database.selectFrom('release_target').select('sha256').execute()).length;

/** Writes for as long as the hub takes it. What the hub said, and how much had been written by then. */
async function pour(headers: Record<string, string>): Promise<{ code: string; written: number }> {
  const url = new URL(`/v1/targets/${'a'.repeat(64)}`, hall.hub.url);
  const chunk = Buffer.alloc(64 * 1024, 32);
  let written = 0;
  return await new Promise((resolve, reject) => {
    const putting = request(url, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', ...headers },
    });
    let answered = false;
    const more = (): void => {
      while (!answered && !putting.destroyed) {
        written += chunk.length;
        if (!putting.write(chunk)) {
          putting.once('drain', more);
          return;
        }
      }
    };
    putting.on('response', (response) => {
      answered = true;
      void text(response).then((body) => {
        putting.destroy();
        resolve({ code: HubFault.parse(JSON.parse(body)).fault.code, written });
      }, reject);
    });
    putting.on('error', (error) => {
      if (!answered) reject(error);
    });
    more();
  });
}

test.each([
  ['a file without end', {}],
  ['a file that says itself that it has 200 MB', { 'content-length': String(200 * MIB) }],
])('%s', async (_what, headers) => {
  const { code, written } = await pour(headers);
  expect(code).toBe('release.tooLarge');
  // Nothing is unpacked, so what was not taken from the line can't be in memory either.
  expect(written).toBeLessThan(TARGET_LIMIT_BYTES + ON_THE_WAY);
  expect(await kept()).toBe(0);
});

test('a packed file is not unpacked: it is kept as what it is, or not at all', async () => {
  const plain = Buffer.alloc(64 * MIB, 32);
  const body = new Uint8Array(gzipSync(plain));
  const headers = { 'content-type': 'application/octet-stream', 'content-encoding': 'gzip' };
  const reply = await fetch(`${hall.hub.url}/v1/targets/${sha256(plain)}`, { method: 'PUT', headers, body });
  expect(HubFault.parse(await reply.json()).fault.code).toBe('release.wrongHash');
  expect(await kept()).toBe(0);
});

function offer(targets: TargetsMetadata['signed']['targets']): string {
  const expires = '2099-01-01T00:00:00Z';
  const signed = { _type: 'targets' as const, spec_version: '1.0.34', version: 1, expires, targets };
  return JSON.stringify({ metadata: signMetadata(signed, key.key, key.privateKey), key: key.key });
}
const files = (count: number, length: number): TargetsMetadata['signed']['targets'] =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `f${index}.json`,
      { length, hashes: { sha256: sha256(Buffer.from(String(index))) } },
    ]),
  );

test.each([
  ['200 MB in one file', files(1, 200 * MIB), 'release.tooLarge'],
  ['200 MB in many files', files(200, MIB), 'release.tooLarge'],
  ['a list of files longer than a kiosk reads', files(Math.ceil(METADATA_LIMIT_BYTES / 150), 1), 'release.tooLarge'],
  ['a list of files longer than the hub reads', files(40_000, 1), 'request.tooLarge'],
])('%s', async (_what, targets, code) => {
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(`${hall.hub.url}/v1/releases`, { method: 'POST', headers, body: offer(targets) });
  expect(HubFault.parse(await reply.json()).fault.code).toBe(code);
  const list = await hall.database.selectFrom('release').select('version').execute();
  expect(list).toEqual([]);
});
