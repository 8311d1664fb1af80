/** Ed25519 over canonical JSON, as TUF 1.0 does it. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';
import type { ReleaseKey, TargetsMetadata } from '#contract/release.ts';

/** A TUF key's id: SHA-256 (hex) of its canonical JSON. */
export function releaseKeyId(key: ReleaseKey): string {
  return createHash('sha256').update(canonicalize(key)).digest('hex');
}

/** The bytes that are signed. Throws TypeError for a number that is not an integer: no metadata has one. */
export function signedBytes(signed: TargetsMetadata['signed']): Buffer {
  return Buffer.from(canonicalize(signed));
}

export function checkSignature(metadata: TargetsMetadata, trust: ReleaseKey): 'good' | 'untrustedKey' | 'badSignature' {
  const ours = metadata.signatures.filter(({ keyid }) => keyid === releaseKeyId(trust));
  if (ours.length === 0) return 'untrustedKey';
  const x = Buffer.from(trust.keyval.public, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const bytes = bytesOrNull(metadata.signed);
  if (bytes === null) return 'badSignature';
  return ours.every(({ sig }) => verify(null, bytes, key, Buffer.from(sig, 'hex'))) ? 'good' : 'badSignature';
}

/** Null for what nobody can have signed: a number that is not whole, or more levels than anybody can count. */
function bytesOrNull(signed: TargetsMetadata['signed']): Buffer | null {
  try {
    return signedBytes(signed);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}
