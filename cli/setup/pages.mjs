/** Builds the pages (kiosk, console, dock), Electron's preload and the program that ships with vite, each only when something it is made of has changed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT, NeedsAPerson, ROOT } from './project.mjs';
import { inWords } from '../reads-chinese.mjs';
import { lastLines, runQuietly } from './run-program.mjs';
import { hashOfSources, isStamped, putStamp } from './stamps.mjs';

const PAGES = [
  { name: 'renderer', folder: 'renderer', makes: 'index.html' },
  { name: 'console', folder: 'hub/console', makes: 'index.html' },
  { name: 'dock', folder: 'fixtures/dock', makes: 'index.html' },
  { name: 'preload', folder: 'electron/preload', makes: 'electron-preload.cjs' },
  { name: 'kiosk', folder: 'electron', makes: 'yeban.js', of: ['drivers', 'flows', 'electron', 'cli'] },
];

/** @param {string} node @param {NodeJS.ProcessEnv} env @returns {Promise<{ words: string, value: null }>} */
export async function buildPages(node, env) {
  const built = [];
  for (const { name, folder, makes, of = [folder] } of PAGES) {
    const sources = hashOfSources(['contract', ...of], ['package-lock.json', 'tsconfig.base.json']);
    const stamp = join(BUILT, 'stamps', name);
    if (existsSync(join(BUILT, name, makes)) && isStamped(stamp, sources)) continue;
    const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
    const { status, output } = await runQuietly(node, [vite, 'build', folder], { env });
    if (status !== 0) {
      throw new NeedsAPerson(
        inWords(`页面 ${folder} 生成失败：\n`, `The page ${folder} does not build:\n`) + lastLines(output, 30),
        `npx vite build ${folder}`,
      );
    }
    putStamp(stamp, sources);
    built.push(name);
  }
  if (built.length === 0) return { words: inWords('没有变化', 'nothing has changed'), value: null };
  return { words: inWords(`已生成 ${built.join('、')}`, `built ${built.join(', ')}`), value: null };
}
