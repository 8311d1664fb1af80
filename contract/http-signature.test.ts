/** Our signature base against RFC 9421 itself: Appendix B.2.6, signed with its published test-key-ed25519. */
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readBytes, readSignatureInput, signatureBase, writeBytes, writeParams } from './http-signature.ts';

const INPUT =
  '("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"';
const SIGNATURE = 'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==';
const REQUEST = new Map([
  ['@method', 'POST'],
  ['@authority', 'example.com'],
  ['@path', '/foo'],
  ['date', 'Tue, 20 Apr 2021 02:07:55 GMT'],
  ['content-type', 'application/json'],
  ['content-length', '18'],
]);
const PUBLIC = 'MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=';
const PRIVATE = 'MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF';

describe('RFC 9421, B.2.6', () => {
  const input = readSignatureInput(`sig-b26=${INPUT}`, 'sig-b26');
  const base = input && signatureBase(input, REQUEST);

  test('is read and written again letter by letter', () => {
    expect(input && writeParams(input)).toBe(INPUT);
    expect(base?.split('\n')).toEqual([
      '"date": Tue, 20 Apr 2021 02:07:55 GMT',
      '"@method": POST',
      '"@path": /foo',
      '"@authority": example.com',
      '"content-type": application/json',
      '"content-length": 18',
      `"@signature-params": ${INPUT}`,
    ]);
  });

  test('gives the published signature', () => {
    const privateKey = createPrivateKey({ key: Buffer.from(PRIVATE, 'base64'), format: 'der', type: 'pkcs8' });
    const publicKey = createPublicKey({ key: Buffer.from(PUBLIC, 'base64'), format: 'der', type: 'spki' });
    const bytes = Buffer.from(base ?? '');
    expect(sign(null, bytes, privateKey).toString('base64')).toBe(SIGNATURE);
    expect(verify(null, bytes, publicKey, Buffer.from(SIGNATURE, 'base64'))).toBe(true);
    expect(readBytes(`sig-b26=:${SIGNATURE}:`, 'sig-b26')).toBe(SIGNATURE);
  });
});

test('the digest of RFC 9421’s own request body is the published one', () => {
  const digest = createHash('sha256').update('{"hello": "world"}').digest('base64');
  expect(writeBytes('sha-256', digest)).toBe('sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:');
});

test.each([
  ['another label', 'sig1=("@method");created=1'],
  ['two signatures', 'kiosk=("@method");created=1, sig1=("@method");created=1'],
  ['a parameter twice', 'kiosk=("@method");created=1;created=2'],
  ['a component twice', 'kiosk=("@method" "@method");created=1'],
  ['a component with parameters', 'kiosk=("@query-param";name="x");created=1'],
  ['a quote inside a string', 'kiosk=("@method");nonce="a\\"b"'],
  ['a number too large to be exact', 'kiosk=("@method");created=99999999999999999'],
  ['a line that ends', 'kiosk=("@method");nonce="a\nb"'],
  ['nothing', ''],
])('%s is not read', (_what, field) => {
  expect(readSignatureInput(field, 'kiosk')).toBeNull();
});

test('a component without a value, or with a second line, has no base', () => {
  const input = { components: ['@path'], params: new Map() };
  expect(signatureBase(input, new Map())).toBeNull();
  expect(signatureBase(input, new Map([['@path', '/a\n"@method": GET']]))).toBeNull();
});

test('a name or nonce that could end its string is not written', () => {
  expect(() => writeParams({ components: ['a"b'], params: new Map() })).toThrow(RangeError);
});
