/** The HPKE suite of `contract/record.ts`: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM. */
import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';

export const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
});
