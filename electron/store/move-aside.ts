/** Takes a damaged database out of the way without losing a byte of it. */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { syncFolder } from './write-durably.ts';

/** Returns the new path of the file; its write-ahead log lies beside it. Nothing here is ever deleted. */
export function moveAside(folder: string, file: string, at: number): string {
  const aside = path.join(folder, 'aside', new Date(at).toISOString().replaceAll(':', '-'));
  const free = [aside, ...Array.from({ length: 99 }, (_, index) => `${aside}.${index + 2}`)].find(
    (candidate) => !existsSync(candidate),
  );
  if (free === undefined) throw new Error(`no free name beside ${aside}`);
  mkdirSync(free, { recursive: true, mode: 0o700 });
  for (const suffix of ['-wal', '-shm', '-journal', '']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, path.join(free, path.basename(file) + suffix));
  }
  syncFolder(free);
  syncFolder(folder);
  return path.join(free, path.basename(file));
}
