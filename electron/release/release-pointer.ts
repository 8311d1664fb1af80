/** Small files beside the releases: the one in use, the last good one before it, and the newest that ever was in use. */
import { access } from 'node:fs/promises';
import path from 'node:path';
import { METADATA_FILE } from '#contract/release.ts';
import { replaceFileDurably } from '../store/write-durably.ts';
import { readPlainFile } from './read-plain-file.ts';

/** `newest` only ever grows. */
export type Pointer = 'current' | 'previous' | 'newest';

const POINTER_LIMIT_BYTES = 32;

/** The version it names; null when there is none or it can't be read. `folder` holds the releases. */
export async function readPointer(folder: string, pointer: Pointer): Promise<number | null> {
  const read = await readPlainFile(path.join(folder, pointer), POINTER_LIMIT_BYTES);
  if (!read.ok) return null;
  const digits = /^([1-9]\d{0,14})\n?$/.exec(read.value.toString('latin1'))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** After a power cut it names wholly the old release or wholly the new one. */
export function writePointer(folder: string, pointer: Pointer, version: number): void {
  replaceFileDurably(path.join(folder, pointer), `${version}\n`, 0o644);
}

/** The folder itself when it is a release, else the one its `current` names; null when there is neither. */
export async function findReleaseFolder(folder: string): Promise<string | null> {
  if (await exists(path.join(folder, METADATA_FILE))) return folder;
  const version = await readPointer(folder, 'current');
  return version === null ? null : path.join(folder, String(version));
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
