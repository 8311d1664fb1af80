/** Brings the release that the hub offers into a folder of its own; what was fetched before is not fetched again. */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { RELEASE_LIMIT_BYTES, TARGET_LIMIT_BYTES } from '#contract/hub-releases.ts';
import { TARGETS_FOLDER, type ReleaseKey, type TargetsMetadata } from '#contract/release.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { readPlainFile } from '../release/read-plain-file.ts';
import { readPointer } from '../release/release-pointer.ts';
import { refusal, type ReleaseRefusal } from '../release/release-refusal.ts';
import { checkSignature } from '../release/release-signature.ts';
import { writeRelease } from '../release/write-release.ts';
import { NO_ANSWER, askForOffer, askForTarget, isTarget, type HubAccess } from './ask-hub.ts';

export interface FetchReleaseOptions {
  readonly hub: HubAccess;
  readonly trust: ReleaseKey;
  /** `<store>/releases`. */
  readonly releases: string;
  /** Where the new one is laid down; what is there is replaced. One that waits or was refused is not fetched again. */
  readonly into: string;
}

/** Beside `into`: the files of a release that isn't whole yet, so that a line that broke off goes on where it was. */
export function arrivingFolder(into: string): string {
  return `${into}.arriving`;
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
  const arriving = arrivingFolder(into);
  const shelves = [arriving, into, ...(await releaseFolders(releases))];
  const blobs = await fetchTargets(hub, metadata.signed, shelves, arriving);
  if (!blobs.ok) {
    // What can't be used need not be kept; the line that broke off will come back.
    if (blobs.fault !== NO_ANSWER) await rm(arriving, { recursive: true, force: true });
    return blobs;
  }
  await writeRelease(into, metadata, blobs.value);
  await rm(arriving, { recursive: true, force: true });
  return ok(version);
}

async function fetchTargets(
  hub: HubAccess,
  { targets, expires }: TargetsMetadata['signed'],
  shelves: readonly string[],
  arriving: string,
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
    if (kept === null) await putAside(path.join(arriving, TARGETS_FOLDER), sha256, bytes.value);
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

/** Nothing is synced: what a power cut spoils has another hash, and is fetched again. */
async function putAside(folder: string, sha256: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, `${sha256}.new`), bytes);
  await rename(path.join(folder, `${sha256}.new`), path.join(folder, sha256));
}

/** Newest first. */
async function releaseFolders(releases: string): Promise<readonly string[]> {
  const names = await readdir(releases).catch(() => [] as string[]);
  const versions = names.filter((name) => /^[1-9]\d*$/.test(name)).map(Number);
  return versions.toSorted((one, other) => other - one).map((version) => path.join(releases, String(version)));
}
