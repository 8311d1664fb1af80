/** Remembers by content, not by date, what has been done already. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './project.mjs';

/** @param {string} path @returns {string[]} the files at or below it, sorted */
function filesBelow(path) {
  const entries = readdirSync(join(ROOT, path), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const inside = `${path}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(inside) : [inside];
    })
    .sort();
}

/**
 * One hash over every file of some folders and over some single files.
 * @param {readonly string[]} folders @param {readonly string[]} files paths from the root of the checkout
 */
export function hashOfSources(folders, files) {
  const hash = createHash('sha256');
  for (const file of [...folders.flatMap(filesBelow), ...files]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} stamp the stamp's file @param {string} content */
export function isStamped(stamp, content) {
  try {
    return readFileSync(stamp, 'utf8') === content;
  } catch {
    return false;
  }
}

/** @param {string} stamp @param {string} content */
export function putStamp(stamp, content) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, content);
}
