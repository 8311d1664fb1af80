/** A manager's release at the hub: taken when a kiosk could run it, refused by name when not, handed to kiosks only. */
import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { HubFault } from '#contract/hub-api.ts';
import { ReleaseList, ReleaseOffer, TARGET_LIMIT_BYTES } from '#contract/hub-releases.ts';
import { KioskId } from '#contract/ids.ts';
import type { Json } from '#contract/json.ts';
import type { TargetsMetadata } from '#contract/release.ts';
import { buildMetadata, signMetadata, type BuiltRelease } from '#electron/release/build-metadata.ts';
import { compileSource } from '#flows/release/compile-source.ts';
import { enrolDevice, signByHand } from '#fixtures/hub/test-device.ts';
import { openTestHub, type TestHub } from '#fixtures/hub/test-hub.ts';
import { readFewServices } from '#fixtures/release/few-services.ts';
import { makeReleaseKey } from '#fixtures/release/sign-release.ts';
import { KEPT_RELEASES, UNNAMED_FILES_LIVE_MS } from './forget-old-releases.ts';

const key = makeReleaseKey();
let catalogue: ReadonlyMap<string, Json>;
beforeAll(async () => {
  const compiled = compileSource(await readFewServices());
  if (!compiled.ok) throw new Error('the catalogue does not compile');
  catalogue = compiled.value;
});

let hall: TestHub;
beforeEach(async () => {
  hall = await openTestHub();
});
afterEach(() => hall.close());

function build(version: number, changed: Readonly<Record<string, Json>> = {}, expires = '2027-11-20T00:00:00Z') {
  const files = new Map([...catalogue, ...Object.entries(changed)]);
  if (!('settings.json' in changed)) files.set('settings.json', { sealingKey: hall.hub.sealingKey });
  return buildMetadata({ files, version, expires });
}

async function put(sha256: string, bytes: Buffer): Promise<Response> {
  const headers = { 'content-type': 'application/octet-stream' };
  return await fetch(`${hall.hub.url}/v1/targets/${sha256}`, { method: 'PUT', headers, body: new Uint8Array(bytes) });
}

async function publish(metadata: TargetsMetadata, blobs: BuiltRelease['blobs'], withKey = true): Promise<string> {
  for (const [sha256, bytes] of blobs) expect((await put(sha256, bytes)).status).toBe(204);
  const response = await fetch(`${hall.hub.url}/v1/releases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(withKey ? { metadata, key: key.key } : { metadata }),
  });
  if (!response.ok) return HubFault.parse(await response.json()).fault.code;
  const { releases } = ReleaseList.parse(await response.json());
  return `published ${releases[0]?.version}`;
}

const signed = ({ signed: draft }: BuiltRelease, by = key): TargetsMetadata =>
  signMetadata(draft, by.key, by.privateKey);

async function publishVersion(version: number): Promise<string> {
  const built = build(version);
  return await publish(signed(built), built.blobs);
}

test('the first release pins its key; later ones need it, and only grow', async () => {
  expect(await publish(signed(build(1)), build(1).blobs, false)).toBe('release.untrustedKey');
  expect(await publishVersion(3)).toBe('published 3');
  const stranger = makeReleaseKey();
  const built = build(4);
  expect(await publish(signMetadata(built.signed, stranger.key, stranger.privateKey), built.blobs)).toBe(
    'release.untrustedKey',
  );
  expect(await publishVersion(2)).toBe('release.older');
  expect(await publish(signed(build(3, {}, '2028-01-01T00:00:00Z')), new Map())).toBe('release.older');
  expect(await publish(signed(built), built.blobs, false)).toBe('published 4');
  const list = ReleaseList.parse(await (await fetch(`${hall.hub.url}/v1/releases`)).json());
  expect(list).toMatchObject({ trust: key.key, releases: [{ version: 4 }, { version: 3 }] });
});

test('an earlier release can be read again, to go back to it; one that never was is not found', async () => {
  const first = signed(build(1));
  expect(await publish(first, build(1).blobs)).toBe('published 1');
  expect(await publishVersion(2)).toBe('published 2');
  const earlier = await fetch(`${hall.hub.url}/v1/releases/1`);
  expect(ReleaseOffer.parse(await earlier.json()).metadata).toEqual(first);
  for (const none of ['3', '0', '1.5', '99999999999999999999', 'x']) {
    const reply = await fetch(`${hall.hub.url}/v1/releases/${none}`);
    expect(HubFault.parse(await reply.json()).fault.code).toBe('release.notFound');
  }
});

test('the answer got lost and the release comes again: still one', async () => {
  const built = build(1);
  const metadata = signed(built);
  expect(await publish(metadata, built.blobs)).toBe('published 1');
  expect(await publish(metadata, built.blobs)).toBe('published 1');
});

test('changed after signing, expired, incomplete and unusable releases are refused by name', async () => {
  const built = build(1);
  const metadata = signed(built);
  const forged = { ...metadata, signed: { ...metadata.signed, version: 2 } };
  expect(await publish(forged, built.blobs)).toBe('release.badSignature');
  const expired = build(1, {}, '2026-01-01T00:00:00Z');
  expect(await publish(signed(expired), expired.blobs)).toBe('release.expired');
  const more = build(1, { 'services/another.json': { not: 'a service' } });
  expect(await publish(signed(more), built.blobs)).toBe('release.incomplete');
  expect(await publish(signed(more), more.blobs)).toBe('release.gateFailed');
  const other = build(1, { 'settings.json': { sealingKey: { keyId: 'another-hub', publicKey: 'AAAA' } } });
  expect(await publish(signed(other), other.blobs)).toBe('release.gateFailed');
  expect(await publish(metadata, built.blobs)).toBe('published 1');
});

test('a file that is not what its hash says, or too large, is not stored', async () => {
  const bytes = Buffer.from('{}');
  const sha256 = createHash('sha256').update('something else').digest('hex');
  expect(HubFault.parse(await (await put(sha256, bytes)).json()).fault.code).toBe('release.wrongHash');
  const large = await put(sha256, Buffer.alloc(TARGET_LIMIT_BYTES + 1));
  expect(HubFault.parse(await large.json()).fault.code).toBe('release.tooLarge');
  expect(await hall.database.selectFrom('release_target').select('sha256').execute()).toEqual([]);
});

test('a kiosk is offered the newest release and its files, for a signature', async () => {
  const built = build(5);
  const device = await enrolDevice(hall.hub.url, KioskId.parse(randomUUID()));
  const get = async (address: string): Promise<Response> => {
    const url = `${hall.hub.url}${address}`;
    const headers = signByHand(device, { method: 'GET', url, body: '', now: hall.clock.now() });
    return await fetch(url, { headers });
  };
  const offered = async (): Promise<unknown> =>
    ReleaseOffer.parse(await (await get(`/v1/kiosks/${device.kiosk}/release`)).json()).metadata;
  expect(await offered()).toBeNull();
  await publish(signed(built), built.blobs);
  expect(await offered()).toEqual(signed(built));
  for (const [sha256, bytes] of built.blobs)
    expect(Buffer.from(await (await get(`/v1/targets/${sha256}`)).arrayBuffer()).equals(bytes)).toBe(true);
  expect((await get(`/v1/targets/${'0'.repeat(64)}`)).status).toBe(404);
  for (const address of [`/v1/kiosks/${device.kiosk}/release`, `/v1/targets/${[...built.blobs.keys()][0]}`])
    expect((await fetch(`${hall.hub.url}${address}`)).status).toBe(401);
});

test('what nobody goes back to is forgotten: old releases, and files that no release names', async () => {
  const files = async (): Promise<number> =>
    (await hall.database.selectFrom('release_target').select('sha256').execute()).length;
  await publish(signed(build(1)), build(1).blobs);
  const one = await files();
  const never = Buffer.from('"never named"');
  await put(createHash('sha256').update(never).digest('hex'), never);
  const changed = { 'settings.json': { sealingKey: hall.hub.sealingKey, note: 'of 2 alone' } };
  await publish(signed(build(2, changed)), build(2, changed).blobs);
  expect(await files()).toBe(one + 2);
  hall.clock.advance(UNNAMED_FILES_LIVE_MS + 1);
  for (let version = 3; version <= KEPT_RELEASES + 1; version += 1) await publish(signed(build(version)), new Map());
  // The second release is the oldest that is kept, and all of it.
  expect((await fetch(`${hall.hub.url}/v1/releases/1`)).status).toBe(404);
  expect((await fetch(`${hall.hub.url}/v1/releases/2`)).status).toBe(200);
  expect(await files()).toBe(one + 1);
  await publish(signed(build(KEPT_RELEASES + 2)), new Map());
  expect(await files()).toBe(one);
});
