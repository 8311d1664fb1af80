/** A name for what decides what comes of a folder of flows: what another program made or proved of the same folder says nothing. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SOURCES = ['contract/**/*.ts', 'flows/**/*.ts', 'package-lock.json'];

/** Hex SHA-256 of the program's parts where it ships (`electron/vite.config.ts` lays them beside each other), else of its sources. */
export function programName(): string {
  const parts = globSync('*.js', { cwd: import.meta.dirname });
  const [folder, files] = parts.length > 0 ? [import.meta.dirname, parts] : [ROOT, globSync(SOURCES, { cwd: ROOT })];
  return hashOf(files.toSorted().flatMap((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}

/** The same for the same texts in the same order, and for no others. */
export function hashOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${Buffer.byteLength(text)} ${text}`);
  return hash.digest('hex');
}
