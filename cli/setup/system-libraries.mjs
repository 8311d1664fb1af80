/** Finds shared libraries that programs from npm miss on this machine, and gets them from Debian when that is allowed. */
import { existsSync } from 'node:fs';
import { installPackages } from './debian.mjs';
import { inWords } from '../reads-chinese.mjs';
import { runQuietly } from './run-program.mjs';

/** Which Debian package holds a library. Only what the engine and PostgreSQL of npm ask for beyond libc. */
const PACKAGE_OF = /** @type {const} */ ([
  [/^lib(nss3|nssutil3|smime3|ssl3)\.so$/, 'libnss3'],
  [/^lib(nspr4|plc4|plds4)\.so$/, 'libnspr4'],
  [/^libexpat\.so/, 'libexpat1'],
  [/^libuuid\.so/, 'libuuid1'],
  [/^libdbus-1\.so/, 'libdbus-1-3'],
  [/^libfontconfig\.so/, 'libfontconfig1'],
  [/^libfreetype\.so/, 'libfreetype6'],
  [/^libatomic\.so/, 'libatomic1'],
  [/^libudev\.so/, 'libudev1'],
  [/^libstdc\+\+\.so/, 'libstdc++6'],
  [/^libgcc_s\.so/, 'libgcc-s1'],
]);

/** The names in an `ldd` listing that were not found. @param {string} listing */
export function notFound(listing) {
  return [...listing.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}

/** @param {readonly string[]} libraries @returns {{ packages: string[], unknown: string[] }} */
export function packagesFor(libraries) {
  const packages = new Set();
  const unknown = new Set();
  for (const library of libraries) {
    const found = PACKAGE_OF.find(([pattern]) => pattern.test(library));
    if (found) packages.add(found[1]);
    else unknown.add(library);
  }
  return { packages: [...packages].sort(), unknown: [...unknown].sort() };
}

/** @param {readonly string[]} programs paths of executables @returns {Promise<string[]>} library names */
export async function missingLibraries(programs) {
  const listings = await Promise.all(programs.filter(existsSync).map((program) => runQuietly('ldd', [program])));
  return [...new Set(listings.flatMap(({ output }) => notFound(output)))];
}

/** Installs as root, else says what somebody else has to do. @param {readonly string[]} libraries @returns {Promise<string[]>} */
export async function supplyLibraries(libraries) {
  const { packages, unknown } = packagesFor(libraries);
  const without = inWords(
    '没有它们，浏览器测试和自助机自己的窗口不能运行；npm start 后在您自己的浏览器里照常使用。',
    'Without them the browser tests and the kiosk in its own window do not run; `npm start` in your own browser does.',
  );
  if (unknown.length > 0) {
    const lacking = unknown.join(', ');
    return [inWords(`缺少系统库：${lacking}。${without}`, `These libraries are missing: ${lacking}. ${without}`)];
  }
  const trouble = await installPackages(packages);
  if (trouble === null) return [];
  return [inWords(`缺少系统库，${trouble}。${without}`, `Libraries are missing, and ${trouble}. ${without}`)];
}
