/** Brings the npm packages to exactly what package-lock.json says, and does nothing when they are there already. */
import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { npmCi } from './npm.mjs';
import { NeedsAPerson, ROOT } from './project.mjs';
import { inWords } from '../reads-chinese.mjs';

const DECLARED = ['dependencies', 'devDependencies', 'optionalDependencies'];

/** @returns {any} */
function readJson(/** @type {string} */ path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  } catch {
    return null;
  }
}

/** Whether an optional package is made for this very machine. @param {Record<string, string[]>} entry of the lock */
function isForThisMachine({ os, cpu, libc }) {
  const musl = !(/** @type {any} */ (process.report?.getReport())?.header?.glibcVersionRuntime);
  const fits = libc === undefined || libc.includes(musl ? 'musl' : 'glibc');
  return os?.includes(process.platform) === true && cpu?.includes(process.arch) === true && fits;
}

/**
 * Whether npm's own record of what it installed, which it writes last, agrees with the lock.
 * A package may be absent only if it is optional and for another kind of machine.
 */
export function packagesMatchLock(
  manifest = readJson('package.json'),
  lock = readJson('package-lock.json'),
  installed = readJson('node_modules/.package-lock.json'),
) {
  if (!manifest || !lock || !installed) return false;
  const { '': own, ...wanted } = lock.packages;
  if (DECLARED.some((field) => !isDeepStrictEqual(own[field] ?? {}, manifest[field] ?? {}))) return false;
  if (Object.keys(installed.packages).some((path) => !wanted[path])) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    const there = installed.packages[path];
    if (!there) return entry.optional === true && !isForThisMachine(entry);
    return there.integrity === entry.integrity && there.version === entry.version;
  });
}

function assertWritable() {
  try {
    accessSync(ROOT, constants.W_OK);
  } catch {
    throw new NeedsAPerson(
      inWords(
        '这个文件夹属于别的用户，软件包放不进去。',
        'This folder belongs to somebody else, so the packages cannot be put into it.',
      ),
      inWords(
        '用运行它的用户重新克隆这个项目，或者：sudo chown -R "$USER" .',
        'Clone the project as the user who runs it, or: sudo chown -R "$USER" .',
      ),
    );
  }
}

/** @param {string} node the Node to run npm on @returns {Promise<{ words: string, value: null }>} */
export async function bringPackages(node) {
  if (packagesMatchLock()) return { words: inWords('齐全', 'as the lock says'), value: null };
  assertWritable();
  await npmCi(node);
  return { words: inWords('已安装', 'installed'), value: null };
}
