/** Ed25519 over canonical JSON, as TUF 1.0 does it. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import type { ReleaseKey, TargetsMetadata } from '#contract/release.ts';

type Canonical = string | number | boolean | null | readonly Canonical[] | { readonly [name: string]: Canonical };

export function checkMetadataSignature(
  { signed, signatures }: TargetsMetadata,
  trust: ReleaseKey,
): 'good' | 'untrustedKey' | 'badSignature' {
  const keyId = createHash('sha256').update(canonicalJson(trust)).digest('hex');
  const ours = signatures.filter(({ keyid }) => keyid === keyId);
  if (ours.length === 0) return 'untrustedKey';
  const x = Buffer.from(trust.keyval.public, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const bytes = canonicalBytes(signed);
  if (bytes === null) return 'badSignature';
  return ours.every(({ sig }) => verify(null, bytes, key, Buffer.from(sig, 'hex'))) ? 'good' : 'badSignature';
}

/** Null for what nobody can have signed: a number that is not whole, or more levels than anybody can count. */
function canonicalBytes(signed: TargetsMetadata['signed']): Buffer | null {
  try {
    return Buffer.from(canonicalJson(signed as Canonical));
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

/** OLPC's canonical JSON: names sorted, no blanks, only the quote and the backslash escaped, whole numbers only. */
function canonicalJson(value: Canonical): string {
  if (typeof value === 'string') return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new TypeError('only whole numbers are canonical');
  if (typeof value !== 'object' || value === null) return String(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const pairs = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${pairs.map(([name, inner]) => `${canonicalJson(name)}:${canonicalJson(inner)}`).join(',')}}`;
}

function isList(value: Canonical): value is readonly Canonical[] {
  return Array.isArray(value);
}
