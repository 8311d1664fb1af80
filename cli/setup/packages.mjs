/** Brings the npm packages to exactly what package-lock.json says, and does nothing when they are there already. */
import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { NeedsAPerson, ROOT } from './project.mjs';
import { lastLines, runQuietly } from './run-program.mjs';

const DECLARED = ['dependencies', 'devDependencies', 'optionalDependencies'];

/** @returns {any} */
function readJson(/** @type {string} */ path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Whether npm's own record of what it installed, which it writes last, agrees with the lock.
 * A package may be absent only if it is optional: it is for another kind of machine.
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
    return there ? there.integrity === entry.integrity && there.version === entry.version : entry.optional === true;
  });
}

/** The npm that started us, else the one on the PATH. @returns {[string, string[]]} */
function npm() {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') && /npm-cli/.test(script) ? [process.execPath, [script]] : ['npm', []];
}

function assertWritable() {
  try {
    accessSync(ROOT, constants.W_OK);
  } catch {
    throw new NeedsAPerson(
      'This folder belongs to somebody else, so the packages cannot be put into it.',
      'Clone the project as the user who runs it, or: sudo chown -R "$USER" .',
    );
  }
}

/** @returns {Promise<{ words: string }>} */
export async function bringPackages() {
  if (packagesMatchLock()) return { words: 'as the lock says' };
  assertWritable();
  const [program, args] = npm();
  const version = await runQuietly(program, [...args, '--version']);
  if (version.status !== 0) {
    throw new NeedsAPerson('npm was not found beside Node.', 'On Debian: sudo apt-get install npm');
  }
  // Without scripts: older npm would compile better-sqlite3, whose binary is in its package already.
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const { status, output } = await runQuietly(program, [...args, 'ci', ...quiet]);
  if (status !== 0) {
    throw new NeedsAPerson(`npm ci failed:\n${lastLines(output)}`, 'Check the line to the npm registry, then again.');
  }
  return { words: `installed by npm ${version.output.trim()}` };
}
