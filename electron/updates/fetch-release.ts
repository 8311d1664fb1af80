/** Brings the release that the hub offers into a folder of its own; what was fetched before is not fetched again. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { RELEASE_LIMIT_BYTES, TARGET_LIMIT_BYTES } from '#contract/hub-releases.ts';
import { TARGETS_FOLDER, type ReleaseKey, type TargetsMetadata } from '#contract/release.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { readPlainFile } from '../release/read-plain-file.ts';
import { readPointer } from '../release/release-pointer.ts';
import { refusal, type ReleaseRefusal } from '../release/release-refusal.ts';
import { checkSignature } from '../release/release-signature.ts';
import { writeRelease } from '../release/write-release.ts';
import { askForOffer, askForTarget, isTarget, type HubAccess, type NO_ANSWER } from './ask-hub.ts';

export interface FetchReleaseOptions {
  readonly hub: HubAccess;
  readonly trust: ReleaseKey;
  /** `<store>/releases`. */
  readonly releases: string;
  /** Where the new one is laid down; what is there is replaced. One that waits or was refused is not fetched again. */
  readonly into: string;
}

/** The version that lies in `into`; null when the kiosk has the newest. Rejects only for trouble with the disk itself. */
export async function fetchRelease(
  options: FetchReleaseOptions,
): Promise<Result<number | null, ReleaseRefusal | typeof NO_ANSWER>> {
  const { hub, trust, releases, into } = options;
  const offer = await askForOffer(hub);
  if (!offer.ok) return offer;
  const { metadata } = offer.value;
  if (metadata === null) return ok(null);
  const signature = checkSignature(metadata, trust);
  if (signature !== 'good') return fail(refusal(signature));
  const { version } = metadata.signed;
  const newest = Math.max((await readPointer(releases, 'current')) ?? 0, (await readPointer(releases, 'newest')) ?? 0);
  if (version < newest) return fail(refusal('older', `${version} < ${newest}`));
  if (version === newest) return ok(null);
  const blobs = await fetchTargets(hub, metadata.signed, [into, ...(await releaseFolders(releases))]);
  if (!blobs.ok) return blobs;
  await writeRelease(into, metadata, blobs.value);
  return ok(version);
}

async function fetchTargets(
  hub: HubAccess,
  { targets, expires }: TargetsMetadata['signed'],
  shelves: readonly string[],
): Promise<Result<ReadonlyMap<string, Buffer>, ReleaseRefusal | typeof NO_ANSWER>> {
  // Before the first byte is fetched: a release that may not run is not worth the line it comes over.
  if (Date.parse(expires) <= hub.clock.now()) return fail(refusal('expired', expires));
  const named = Object.entries(targets);
  const large = named.find(([, { length }]) => length > TARGET_LIMIT_BYTES);
  if (large !== undefined) return fail(refusal('tooLarge', large[0]));
  const total = named.reduce((sum, [, { length }]) => sum + length, 0);
  if (total > RELEASE_LIMIT_BYTES) return fail(refusal('tooLarge', `${total} bytes`));
  const blobs = new Map<string, Buffer>();
  for (const [, { length, hashes }] of named) {
    const { sha256 } = hashes;
    if (blobs.has(sha256)) continue;
    const kept = await findKept(shelves, sha256, length);
    const bytes = kept === null ? await askForTarget(hub, sha256, length) : ok(kept);
    if (!bytes.ok) return bytes;
    blobs.set(sha256, bytes.value);
  }
  return ok(blobs);
}

/** A file that was fetched before, when it is still what its hash says. */
async function findKept(shelves: readonly string[], sha256: string, length: number): Promise<Buffer | null> {
  for (const shelf of shelves) {
    const read = await readPlainFile(path.join(shelf, TARGETS_FOLDER, sha256), length);
    if (read.ok && isTarget(read.value, sha256, length)) return read.value;
  }
  return null;
}

/** Newest first. */
async function releaseFolders(releases: string): Promise<readonly string[]> {
  const names = await readdir(releases).catch(() => [] as string[]);
  const versions = names.filter((name) => /^[1-9]\d*$/.test(name)).map(Number);
  return versions.toSorted((one, other) => other - one).map((version) => path.join(releases, String(version)));
}
