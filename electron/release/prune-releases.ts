/** Removes what no start and no way back needs any more: all releases but the one in use and the one before it. */
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { readPointer } from './release-pointer.ts';

/** A release, or what a power cut left of one that was being written. */
const RELEASE = /^([1-9]\d*)(\.new)?$/;

/** `folder` is `<store>/releases`; nothing else writes there meanwhile. Resolves to the names of what is gone. */
export async function pruneReleases(folder: string): Promise<readonly string[]> {
  const pointers = ['current', 'previous', 'newest'] as const;
  const needed = new Set<string>();
  for (const pointer of pointers) needed.add(String(await readPointer(folder, pointer)));
  const gone = (await readdir(folder)).filter((name) => RELEASE.test(name) && !needed.has(name)).toSorted();
  for (const name of gone) await rm(path.join(folder, name), { recursive: true, force: true });
  return gone;
}
