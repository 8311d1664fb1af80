/** Where things are in this checkout; plain JavaScript, because it runs before anything is installed. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Kept with the packages, so that it goes when they go. */
export const CACHE = join(ROOT, 'node_modules/.cache/yeban');

/** What is built from the sources of this checkout; never committed. */
export const BUILT = join(ROOT, '.build');

/** Something a person has to put right; shown without a stack. */
export class NeedsAPerson extends Error {
  /** @param {string} what what is wrong @param {string} remedy what to do, best as an exact command */
  constructor(what, remedy) {
    super(what);
    this.remedy = remedy;
  }
}
