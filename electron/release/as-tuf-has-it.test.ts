/**
 * What a release is signed by and how is TUF's: a sample that tuf-js 5.0.1 took whole (root, timestamp, snapshot and both
 * targets fetched by it; see docs/adr/0007-what-carries-over-to-tuf.md) is taken here and at the hub.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ReleaseKey, TargetsMetadata } from '#contract/release.ts';
import { checkMetadataSignature } from '#hub/server/releases/check-metadata-signature.ts';
import { makeReleaseKey } from './release-key.ts';
import { checkSignature } from './release-signature.ts';

const Sample = z.strictObject({ trust: ReleaseKey, metadata: TargetsMetadata });
const text = readFileSync(fileURLToPath(import.meta.resolve('#fixtures/release/taken-by-tuf-js.json')), 'utf8');
const { trust, metadata } = Sample.parse(JSON.parse(text));
const checks = [
  ['kiosk', checkSignature],
  ['hub', checkMetadataSignature],
] as const;

test('nothing that TUF allows beside is lost on the way', () => {
  expect({ trust, metadata }).toEqual(JSON.parse(text));
  expect(metadata.signed).toHaveProperty('delegations');
});

test.each(checks)('the %s reads the key id and the signature as TUF does', (_who, check) => {
  expect(check(metadata, trust)).toBe('good');
  expect(check(metadata, makeReleaseKey().key)).toBe('untrustedKey');
  const { signatures, signed } = metadata;
  expect(check({ signatures, signed: { ...signed, 'x-hall': '月桥' } }, trust)).toBe('badSignature');
  // Another key signs too, as one day a threshold will ask for.
  const others = [{ keyid: 'ab', sig: '00' }, ...signatures];
  expect(check({ signatures: others, signed }, trust)).toBe('good');
});

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
test.each([
  ['half a number', 0.5],
  ['a number too large to be whole', 2 ** 60],
  ['a hundred thousand levels', nested(100_000)],
])('%s in it was signed by nobody: refused, by the kiosk and by the hub', (_what, custom) => {
  const strange = TargetsMetadata.parse({ ...metadata, signed: { ...metadata.signed, custom } });
  for (const [, check] of checks) expect(check(strange, trust)).toBe('badSignature');
});

test.each([
  ['another major version of TUF', { spec_version: '2.0.0' }],
  ['parts of a second', { expires: '2099-01-01T00:00:00.5Z' }],
  ['another zone', { expires: '2099-01-01T00:00:00+08:00' }],
  ['a path that leads out', { targets: { '../texts.json': { length: 1, hashes: { sha256: 'a'.repeat(64) } } } }],
])('%s is malformed', (_what, changed) => {
  expect(TargetsMetadata.safeParse({ ...metadata, signed: { ...metadata.signed, ...changed } }).success).toBe(false);
});
