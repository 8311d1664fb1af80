/** Lays a signed release down in a folder, every byte on the disk before the folder has its name. */
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { METADATA_FILE, TARGETS_FOLDER, type TargetsMetadata } from '#contract/release.ts';
import { syncFolder } from '../store/write-durably.ts';

/** `folder` is the release's own; one that is there already is replaced. */
export async function writeRelease(
  folder: string,
  metadata: TargetsMetadata,
  blobs: ReadonlyMap<string, Buffer>,
): Promise<void> {
  const beside = `${folder}.new`;
  await rm(beside, { recursive: true, force: true });
  try {
    await mkdir(path.join(beside, TARGETS_FOLDER), { recursive: true });
    for (const [sha256, bytes] of blobs) await writeThrough(path.join(beside, TARGETS_FOLDER, sha256), bytes);
    await writeThrough(path.join(beside, METADATA_FILE), Buffer.from(`${JSON.stringify(metadata, null, 2)}\n`));
    syncFolder(path.join(beside, TARGETS_FOLDER));
    syncFolder(beside);
  } catch (error) {
    // A disk that is full must not stay full of half a release.
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
  await rm(folder, { recursive: true, force: true });
  await rename(beside, folder);
  syncFolder(path.dirname(folder));
}

async function writeThrough(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'w', 0o644);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
