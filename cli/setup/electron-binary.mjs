/** Looks for Electron's program, which npm does not bring, and tries once to fetch it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, ROOT } from './project.mjs';
import { inWords } from '../reads-chinese.mjs';
import { runQuietly } from './run-program.mjs';
import { isStamped, putStamp } from './stamps.mjs';

const FOLDER = join(ROOT, 'node_modules/electron');
const STAMP = join(CACHE, 'electron-tried');
const PATIENCE_MS = 10 * 60_000;

/** Never by `require('electron')`, which would start the download by itself. */
function hasProgram() {
  const elsewhere = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (elsewhere) return existsSync(join(elsewhere, 'electron'));
  const pointer = join(FOLDER, 'path.txt');
  return existsSync(pointer) && existsSync(join(FOLDER, 'dist', readFileSync(pointer, 'utf8')));
}

/** @param {string} node @returns {Promise<{ words: string, value: null, without?: boolean }>} */
export async function tryElectron(node) {
  const version = /** @type {string} */ (JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8')).version);
  if (hasProgram()) return { words: inWords(`${version}，已有`, `${version} is here`), value: null };
  if (isStamped(STAMP, version)) return without(inWords('没有', 'not here'));
  const { output } = await runQuietly(node, [join(FOLDER, 'install.js')], { timeoutMs: PATIENCE_MS });
  if (hasProgram()) return { words: inWords(`${version}，已取来`, `${version} fetched`), value: null };
  putStamp(STAMP, version);
  return without(whyNot(output));
}

/** @param {string} why */
function without(why) {
  const words = inWords(
    `${why}；由 Chromium 代替（再试一次：npx install-electron）`,
    `${why}; Chromium does its work (to try again: npx install-electron)`,
  );
  return { words, value: null, without: true };
}

/** What the download said, in words for somebody who only wants to start. @param {string} output */
function whyNot(output) {
  if (/fetch failed|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT/.test(output))
    return inWords('从这里连不上下载地址', 'its download cannot be reached from here');
  const reason = /^\S*(?:Error|failed)[^\n]*/m.exec(output)?.[0];
  return reason === undefined
    ? inWords('什么也没有下载到', 'its download brought nothing')
    : inWords(`下载失败（${reason}）`, `its download failed (${reason})`);
}
