/** What a kiosk accepts as a release, and the name of every reason not to. */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TARGET_LIMIT_BYTES } from '#contract/hub-releases.ts';
import type { Json } from '#contract/json.ts';
import { TargetsMetadata } from '#contract/release.ts';
import { makeReleaseKey, signRelease } from '#fixtures/release/sign-release.ts';
import { buildMetadata, signMetadata } from './build-metadata.ts';
import { loadRelease } from './load-release.ts';
import { writeRelease } from './write-release.ts';

const key = makeReleaseKey();
const FILES: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['settings.json', { sealingKey: { keyId: 'k', publicKey: 'AAAA' } }],
  ['services/senior-card.json', { title: '老年人优待证\nSenior "card" \\ \u2028', steps: [1, 2.5, null, true] }],
  ['texts/zh-CN.json', {}],
]);
const EXPIRES = '2027-01-01T00:00:00Z';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-release-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const sign = (version: number, by = key): Promise<void> =>
  signRelease({ files: FILES, version, expires: EXPIRES, folder, key: by });
const inRelease = (...names: string[]): string => path.join(folder, '3', ...names);
const firstTarget = (): string => inRelease('targets', readdirSync(inRelease('targets'))[0] ?? '');

async function nameOfRefusal(newerThan?: number): Promise<string> {
  const loaded = await loadRelease({ folder, trust: key.key, ...(newerThan !== undefined && { newerThan }) });
  if (loaded.ok) throw new Error('it was accepted');
  expect(loaded.fault.words).toMatch(/\w+ .*\.$/);
  return loaded.fault.name;
}

function editMetadata(edit: (metadata: { signed: Record<string, unknown>; signatures: unknown[] }) => void): void {
  const file = inRelease('targets.json');
  const metadata = JSON.parse(readFileSync(file, 'utf8')) as { signed: Record<string, unknown>; signatures: unknown[] };
  edit(metadata);
  writeFileSync(file, JSON.stringify(metadata));
}

describe('a signed release', () => {
  test('is loaded with every file as it was', async () => {
    await sign(3);
    const loaded = await loadRelease({ folder, trust: key.key });
    expect(loaded).toEqual({ ok: true, value: { version: 3, expires: EXPIRES, files: expect.any(Map) } });
    expect(loaded.ok && [...loaded.value.files]).toEqual([...FILES].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });

  test('is the one that `current` names, or the folder itself', async () => {
    await sign(3);
    await sign(4);
    expect(await loadRelease({ folder, trust: key.key })).toMatchObject({ value: { version: 4 } });
    expect(await loadRelease({ folder: inRelease(), trust: key.key })).toMatchObject({ value: { version: 3 } });
  });

  test('of the version that is known already may be loaded again', async () => {
    await sign(3);
    expect(await loadRelease({ folder, trust: key.key, newerThan: 3 })).toMatchObject({ ok: true });
  });

  test('has the same metadata whoever puts the files together in whatever order', () => {
    const backwards = new Map([...FILES].toReversed());
    expect(buildMetadata({ files: backwards, version: 3, expires: EXPIRES }).signed).toEqual(
      buildMetadata({ files: FILES, version: 3, expires: EXPIRES }).signed,
    );
  });

  test('can be read by any TUF client: canonical JSON, key id and signature as in the specification', async () => {
    await sign(3);
    const metadata = TargetsMetadata.parse(JSON.parse(readFileSync(inRelease('targets.json'), 'utf8')));
    const spelled = `{"keytype":"ed25519","keyval":{"public":"${key.key.keyval.public}"},"scheme":"ed25519"}`;
    expect(metadata.signatures[0]?.keyid).toBe(createHash('sha256').update(spelled).digest('hex'));
    expect(metadata.signed).toMatchObject({ _type: 'targets', spec_version: '1.0.34', version: 3, expires: EXPIRES });
  });
});

describe('a release is refused', () => {
  beforeEach(() => sign(3));

  test('when there is none', async () => {
    rmSync(path.join(folder, 'current'));
    expect(await nameOfRefusal()).toBe('notFound');
    writeFileSync(path.join(folder, 'current'), '../../etc\n');
    expect(await nameOfRefusal()).toBe('notFound');
    writeFileSync(path.join(folder, 'current'), '99\n');
    expect(await nameOfRefusal()).toBe('notFound');
  });

  test('when it is older than the one known', async () => {
    expect(await nameOfRefusal(4)).toBe('older');
  });

  test('when somebody else signed it', async () => {
    await sign(3, makeReleaseKey());
    expect(await nameOfRefusal()).toBe('untrustedKey');
  });

  test('when somebody else signed it in our name', async () => {
    const { signed, blobs } = buildMetadata({ files: FILES, version: 3, expires: EXPIRES });
    const forged = signMetadata(signed, key.key, makeReleaseKey().privateKey);
    await writeRelease(inRelease(), forged, blobs);
    expect(await nameOfRefusal()).toBe('badSignature');
  });

  test.each([
    ['version', 4],
    ['expires', '2099-01-01T00:00:00Z'],
    ['targets', {}],
  ])('when %s was changed after signing', async (field, value) => {
    editMetadata(({ signed }) => {
      signed[field] = value;
    });
    expect(await nameOfRefusal()).toBe('badSignature');
  });

  test.each([
    ['../../etc/passwd'],
    ['/etc/passwd'],
    ['services/../../x.json'],
    ['services//x.json'],
    ['.hidden'],
    ['services\\x.json'],
    ['__proto__'],
  ])('when a path plays tricks: %s', async (name) => {
    const target = { length: 2, hashes: { sha256: '0'.repeat(64) } };
    expect(() => buildMetadata({ files: new Map([[name, {}]]), version: 3, expires: EXPIRES })).toThrow();
    editMetadata((metadata) => {
      metadata.signed['targets'] = Object.fromEntries([[name, target]]);
    });
    expect(await nameOfRefusal()).toMatch(/^(malformed|badSignature)$/);
  });

  test.each([
    ['not JSON', 'not json'],
    ['other JSON', '{"signed":{},"signatures":[]}'],
    ['nothing', ''],
    ['half of it', '{"signed":{"_type":"targets","spec_version":"1.0.34","versi'],
  ])('when its metadata is %s', async (_, text) => {
    writeFileSync(inRelease('targets.json'), text);
    expect(await nameOfRefusal()).toBe('malformed');
  });

  test('when the signature is no signature, or there is none', async () => {
    editMetadata((metadata) => {
      metadata.signatures = [];
    });
    expect(await nameOfRefusal()).toBe('malformed');
  });

  test('when a file is missing', async () => {
    rmSync(firstTarget());
    expect(await nameOfRefusal()).toBe('incomplete');
  });

  test('when a file is shorter, longer or different', async () => {
    const file = firstTarget();
    const good = readFileSync(file);
    truncateSync(file, good.length - 1);
    expect(await nameOfRefusal()).toBe('wrongHash');
    writeFileSync(file, good);
    appendFileSync(file, ' ');
    expect(await nameOfRefusal()).toBe('wrongHash');
    good[0] = 0x5b;
    writeFileSync(file, good);
    expect(await nameOfRefusal()).toBe('wrongHash');
  });

  test('when a file is a link or a folder', async () => {
    const file = firstTarget();
    renameSync(file, path.join(folder, 'elsewhere'));
    symlinkSync(path.join(folder, 'elsewhere'), file);
    expect(await nameOfRefusal()).toBe('wrongHash');
    rmSync(file);
    mkdirSync(file);
    expect(await nameOfRefusal()).toBe('wrongHash');
  });

  test('when it is larger than a release may be, before it is read', async () => {
    const big = { length: TARGET_LIMIT_BYTES + 1, hashes: { sha256: '0'.repeat(64) } };
    const { signed } = buildMetadata({ files: new Map(), version: 3, expires: EXPIRES });
    const one = signMetadata({ ...signed, targets: { 'big.json': big } }, key.key, key.privateKey);
    await writeRelease(inRelease(), one, new Map());
    expect(await nameOfRefusal()).toBe('tooLarge');
    truncateSync(inRelease('targets.json'), 2 * 1024 * 1024);
    expect(await nameOfRefusal()).toBe('tooLarge');
  });

  test('when a signed file is not JSON', async () => {
    const bytes = Buffer.from([0x22, 0xff, 0x22]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { signed } = buildMetadata({ files: new Map(), version: 3, expires: EXPIRES });
    const targets = { 'a.json': { length: bytes.length, hashes: { sha256 } } };
    const metadata = signMetadata({ ...signed, targets }, key.key, key.privateKey);
    await writeRelease(inRelease(), metadata, new Map([[sha256, bytes]]));
    expect(await nameOfRefusal()).toBe('malformed');
  });
});
