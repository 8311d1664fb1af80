/** What is sealed can be opened by the hub's key alone, in the one place it belongs to. */
import { generateKeyPairSync } from 'node:crypto';
import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { describe, expect, test } from 'vitest';
import { SEAL_INFO, type Sealed } from '#contract/record.ts';
import { openByHand, privateKeyOf, sealByHand } from '#fixtures/store/hpke-by-hand.ts';
import { makeHubKey } from '#fixtures/store/temporary-store.ts';
import { sealerFor } from './seal-record.ts';

const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const messageOf = ({ enc, ciphertext }: Sealed) => ({
  enc: Buffer.from(enc, 'base64'),
  ciphertext: Buffer.from(ciphertext, 'base64'),
});

/** RFC 9180, appendix A.1.1, sequence number 0. */
const RFC = {
  info: hex('4f6465206f6e2061204772656369616e2055726e'),
  enc: hex('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431'),
  skEm: hex('52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736'),
  pkRm: hex('3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d'),
  skRm: hex('4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8'),
  pt: hex('4265617574792069732074727574682c20747275746820626561757479'),
  aad: hex('436f756e742d30'),
  ct: hex('f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a'),
};

describe('the official vector of RFC 9180', () => {
  test('is sealed and opened by the second opinion written by hand', () => {
    expect(sealByHand(RFC.pkRm, privateKeyOf(RFC.skEm, RFC.enc), RFC.pt, RFC.info, RFC.aad)).toEqual({
      enc: RFC.enc,
      ciphertext: RFC.ct,
    });
    const opened = openByHand(
      privateKeyOf(RFC.skRm, RFC.pkRm),
      { enc: RFC.enc, ciphertext: RFC.ct },
      RFC.info,
      RFC.aad,
    );
    expect(opened).toEqual(RFC.pt);
  });

  test('is opened by the library the kiosk and the hub use', async () => {
    const recipientKey = await suite.kem.deserializePrivateKey(new Uint8Array(RFC.skRm).buffer);
    const opened = await suite.open(
      { recipientKey, enc: new Uint8Array(RFC.enc).buffer, info: new Uint8Array(RFC.info).buffer },
      new Uint8Array(RFC.ct).buffer,
      new Uint8Array(RFC.aad).buffer,
    );
    expect(Buffer.from(opened)).toEqual(RFC.pt);
  });
});

describe('a sealed record', () => {
  const { sealingKey, privateKey } = makeHubKey();
  const plaintext = Buffer.from('{"kind":"rating.given"}');
  const info = Buffer.from(SEAL_INFO);

  test('is opened by hand with the hub’s key, and says which key that is', async () => {
    const sealed = await sealerFor(sealingKey).seal(plaintext, 'kiosk|epoch|7|rating.given');
    expect(sealed.keyId).toBe(sealingKey.keyId);
    const opened = openByHand(privateKey, messageOf(sealed), info, Buffer.from('kiosk|epoch|7|rating.given'));
    expect(opened).toEqual(plaintext);
  });

  test('cannot be moved to another place, nor opened with another key', async () => {
    const message = messageOf(await sealerFor(sealingKey).seal(plaintext, 'kiosk|epoch|7|rating.given'));
    const other = makeHubKey().privateKey;
    expect(() => openByHand(privateKey, message, info, Buffer.from('kiosk|epoch|8|rating.given'))).toThrow();
    expect(() => openByHand(other, message, info, Buffer.from('kiosk|epoch|7|rating.given'))).toThrow();
  });

  test('is different each time', async () => {
    const { seal } = sealerFor(sealingKey);
    const [first, second] = await Promise.all([seal(plaintext, 'a'), seal(plaintext, 'a')]);
    expect(first.enc).not.toBe(second.enc);
    expect(first.ciphertext).not.toBe(second.ciphertext);
  });

  test('written by hand is opened by the library', async () => {
    const recipient = Buffer.from(sealingKey.publicKey, 'base64');
    const ephemeral = generateKeyPairSync('x25519').privateKey;
    const message = sealByHand(recipient, ephemeral, plaintext, info, Buffer.from('context'));
    const jwk = privateKey.export({ format: 'jwk' });
    const recipientKey = await suite.kem.importKey('jwk', { ...jwk, key_ops: ['deriveBits'] }, false);
    const opened = await suite.open(
      { recipientKey, enc: new Uint8Array(message.enc).buffer, info: new Uint8Array(info).buffer },
      new Uint8Array(message.ciphertext).buffer,
      new Uint8Array(Buffer.from('context')).buffer,
    );
    expect(Buffer.from(opened)).toEqual(plaintext);
  });

  test('needs a key of the right kind', () => {
    expect(() => sealerFor({ keyId: 'short', publicKey: 'AAAA' })).toThrow('32 bytes');
  });
});
