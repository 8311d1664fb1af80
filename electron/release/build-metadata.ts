/** The pure half of signing: from contents to metadata and the bytes of every file. No disk, no clock. */
import { createHash, sign, type KeyObject } from 'node:crypto';
import type { Json } from '#contract/json.ts';
import { TargetsMetadata, type ReleaseKey } from '#contract/release.ts';
import { releaseKeyId, signedBytes } from './release-signature.ts';

export interface ReleaseDraft {
  /** By path inside the release, for example `services/senior-card.json`. */
  readonly files: ReadonlyMap<string, Json>;
  readonly version: number;
  /** ISO time with `Z`. */
  readonly expires: string;
}

export interface BuiltRelease {
  readonly signed: TargetsMetadata['signed'];
  /** The bytes of each file, by their SHA-256 in hex. */
  readonly blobs: ReadonlyMap<string, Buffer>;
}

/** The same contents give the same bytes. Throws when a path or the time is not allowed in a release. */
export function buildMetadata({ files, version, expires }: ReleaseDraft): BuiltRelease {
  const blobs = new Map<string, Buffer>();
  const byName = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const targets = byName.map(([name, content]) => {
    const bytes = Buffer.from(JSON.stringify(inOrder(content)));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    blobs.set(sha256, bytes);
    return [name, { length: bytes.length, hashes: { sha256 } }] as const;
  });
  const signed = TargetsMetadata.shape.signed.parse({
    _type: 'targets',
    spec_version: '1.0.34',
    version,
    expires,
    targets: Object.fromEntries(targets),
  });
  // JavaScript has names that an object swallows, such as __proto__.
  if (Object.keys(signed.targets).length !== files.size) throw new RangeError('a file of the release was lost');
  return { signed, blobs };
}

export function signMetadata(
  signed: TargetsMetadata['signed'],
  key: ReleaseKey,
  privateKey: KeyObject,
): TargetsMetadata {
  const sig = sign(null, signedBytes(signed), privateKey).toString('hex');
  return { signed, signatures: [{ keyid: releaseKeyId(key), sig }] };
}

/** Keys sorted, so that the order in which a file was put together does not change its hash. */
function inOrder(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(inOrder);
  const pairs = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(pairs.map(([key, inner]) => [key, inOrder(inner)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
