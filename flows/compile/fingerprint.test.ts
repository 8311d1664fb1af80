/** The hash of a plan: the published SHA-256 vectors, and nothing but the content counts. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';
import { sha256 } from './sha256.ts';

test('the vectors of FIPS 180-4', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('any text gives what the platform gives', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text, 'latin1').digest('hex'));
    }),
  );
});

test('the order of keys does not matter, the content does', () => {
  expect(fingerprint({ a: 1, b: ['望'] })).toBe(fingerprint({ b: ['望'], a: 1 }));
  expect(fingerprint({ a: 1, b: ['望'] })).not.toBe(fingerprint({ a: 1, b: ['舒'] }));
  expect(fingerprint(['a', 'b'])).not.toBe(fingerprint(['b', 'a']));
});

test('what JSON would swallow is refused', () => {
  for (const value of [{ a: undefined }, [() => 1], { a: Number.NaN }, { a: new Map() }, 1n])
    expect(() => fingerprint(value)).toThrow(TypeError);
});
