/** From checked contents to an unsigned release in a folder of its own. */
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { METADATA_FILE, TARGETS_FOLDER } from '#contract/release.ts';
import { buildMetadata, type ReleaseDraft } from '#electron/release/build-metadata.ts';
import { writeRelease } from '#electron/release/write-release.ts';

/** Rejects when the folder holds anything but an earlier release: what is there is replaced. */
export async function buildFolder(folder: string, draft: ReleaseDraft): Promise<void> {
  const { signed, blobs } = buildMetadata(draft);
  const target = path.resolve(folder);
  await mkdir(path.dirname(target), { recursive: true });
  const foreign = (await namesIn(target)).find((name) => name !== METADATA_FILE && name !== TARGETS_FOLDER);
  if (foreign !== undefined) throw new Error(`there is a file ${foreign} in it, which is no part of a release`);
  await writeRelease(target, { signed, signatures: [] }, blobs);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
