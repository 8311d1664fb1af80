/** The Ed25519 key that signs releases: the private half stays with whoever signs, the public half is what kiosks trust. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { ReleaseKey } from '#contract/release.ts';

export interface ReleaseKeyPair {
  /** What the kiosk trusts. */
  readonly key: ReleaseKey;
  readonly privateKey: KeyObject;
}

export function makeReleaseKey(): ReleaseKeyPair {
  return pairOf(generateKeyPairSync('ed25519').privateKey);
}

/** PKCS #8 in PEM, as OpenSSL reads and writes it. */
export function writeReleaseKey({ privateKey }: ReleaseKeyPair): string {
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** What the kiosk trusts, as it stands in the file beside the key. */
export function writeReleaseRoot({ key }: ReleaseKeyPair): string {
  return `${JSON.stringify(key, null, 2)}\n`;
}

/** Null for what is not an Ed25519 private key in PEM. */
export function parseReleaseKey(pem: string): ReleaseKeyPair | null {
  try {
    const privateKey = createPrivateKey(pem);
    return privateKey.asymmetricKeyType === 'ed25519' ? pairOf(privateKey) : null;
  } catch {
    return null;
  }
}

function pairOf(privateKey: KeyObject): ReleaseKeyPair {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const key = { public: Buffer.from(x, 'base64url').toString('hex') };
  return { key: { keytype: 'ed25519', scheme: 'ed25519', keyval: key }, privateKey };
}
