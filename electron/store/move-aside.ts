/** Takes a damaged database out of the way without losing a byte of it, and remembers until it was looked through. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { replaceFileDurably, syncFolder } from './write-durably.ts';

const DAMAGE = 'damage.txt';
const RESCUED = 'rescued.txt';

export interface Aside {
  readonly file: string;
  /** A word for what was wrong with it. */
  readonly damage: string;
}

/** The file goes with its write-ahead log beside it. Nothing here is ever deleted. */
export function moveAside(folder: string, file: string, damage: string, at: number): void {
  const aside = path.join(folder, 'aside', new Date(at).toISOString().replaceAll(':', '-'));
  const free = [aside, ...Array.from({ length: 99 }, (_, index) => `${aside}.${index + 2}`)].find(
    (candidate) => !existsSync(candidate),
  );
  if (free === undefined) throw new Error(`no free name beside ${aside}`);
  mkdirSync(free, { recursive: true, mode: 0o700 });
  replaceFileDurably(path.join(free, DAMAGE), damage);
  for (const suffix of ['-wal', '-shm', '-journal', '']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, path.join(free, path.basename(file) + suffix));
  }
  syncFolder(free);
  syncFolder(folder);
}

/** Oldest first. More than one only when the power kept failing: then the oldest holds what there was. */
export function unrescued(folder: string): readonly Aside[] {
  const asides = path.join(folder, 'aside');
  if (!existsSync(asides)) return [];
  return readdirSync(asides)
    .toSorted()
    .map((name) => path.join(asides, name))
    .filter((aside) => existsSync(path.join(aside, DAMAGE)) && !existsSync(path.join(aside, RESCUED)))
    .map((aside) => ({
      file: path.join(aside, 'store.db'),
      damage: readFileSync(path.join(aside, DAMAGE), 'utf8'),
    }))
    .filter(({ file }) => existsSync(file));
}

/** What could be read of it is in the new database. */
export function markRescued(file: string): void {
  replaceFileDurably(path.join(path.dirname(file), RESCUED), '');
}
