/** Brings a new release into use: checked whole, copied whole, then one pointer moves; the last good one stays. */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { METADATA_FILE, TARGETS_FOLDER, TargetsMetadata, type ReleaseKey } from '#contract/release.ts';
import { fail, type Result } from '#contract/result.ts';
import { loadRelease, type Release } from './load-release.ts';
import { pruneReleases } from './prune-releases.ts';
import { readPointer, writePointer } from './release-pointer.ts';
import { refusal, type ReleaseRefusal } from './release-refusal.ts';
import { writeRelease } from './write-release.ts';

export interface ActivateOptions {
  /** Where the new release lies: a download, a USB stick. */
  readonly from: string;
  /** `<store>/releases`. */
  readonly folder: string;
  readonly trust: ReleaseKey;
  /** Trusted wall time in ms. */
  readonly now: number;
}

/** Nothing changes when it is refused. Rejects only for trouble with the disk itself. */
export async function activateRelease(options: ActivateOptions): Promise<Result<Release, ReleaseRefusal>> {
  const { from, folder, trust, now } = options;
  const active = await readPointer(folder, 'current');
  // Also where `current` was set back or is lost: what counts is the newest that ever was in use here.
  const newest = Math.max(active ?? 0, (await readPointer(folder, 'newest')) ?? 0);
  const offered = await loadRelease({ folder: from, trust, newerThan: newest + 1 });
  if (!offered.ok) return offered;
  if (Date.parse(offered.value.expires) <= now) return fail(refusal('expired', offered.value.expires));
  const target = path.join(folder, String(offered.value.version));
  await mkdir(folder, { recursive: true });
  await copyRelease(from, target);
  // What was checked lay somewhere else: the copy is what will run, so the copy is what counts.
  const copied = await loadRelease({ folder: target, trust });
  if (!copied.ok) return copied;
  // A release that the disk spoiled meanwhile is nothing to go back to: the one before it stays at hand.
  const stillGood = active !== null && (await loadRelease({ folder: path.join(folder, String(active)), trust })).ok;
  if (stillGood) writePointer(folder, 'previous', active);
  // First, so that a power cut in between leaves a kiosk that knows of the newer one, and at its start takes it.
  writePointer(folder, 'newest', copied.value.version);
  writePointer(folder, 'current', copied.value.version);
  await pruneReleases(folder);
  return copied;
}

async function copyRelease(from: string, target: string): Promise<void> {
  const metadata = TargetsMetadata.parse(JSON.parse(await readFile(path.join(from, METADATA_FILE), 'utf8')));
  const blobs = new Map<string, Buffer>();
  for (const { hashes } of Object.values(metadata.signed.targets)) {
    blobs.set(hashes.sha256, await readFile(path.join(from, TARGETS_FOLDER, hashes.sha256)));
  }
  await writeRelease(target, metadata, blobs);
}
