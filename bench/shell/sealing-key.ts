/** A throw-away key to seal to; nobody opens what a measurement sealed. */
import { generateKeyPairSync } from 'node:crypto';
import { SealingKey } from '#contract/hub-api.ts';

/** The raw X25519 public key is the last 32 bytes of its SPKI form (RFC 8410). */
const RAW_BYTES = 32;

export function benchSealingKey(): SealingKey {
  const { publicKey } = generateKeyPairSync('x25519');
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return SealingKey.parse({ keyId: 'bench', publicKey: spki.subarray(-RAW_BYTES).toString('base64') });
}
