/** Runs npm: the one that started us or the one on the PATH, on the Node that we choose. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { NeedsAPerson, ROOT } from './project.mjs';
import { inWords } from '../reads-chinese.mjs';
import { lastLines, runQuietly } from './run-program.mjs';
import { pathWith } from './search-path.mjs';

/** Without scripts: older npm would compile better-sqlite3, whose binary is in its package already. */
const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/** Debian keeps npm's own packages where only Debian's Node looks by itself. */
const DEBIAN_MODULES = '/usr/share/nodejs';

/** @param {string} node the Node to run npm on @returns {{ program: string, first: string[], env: NodeJS.ProcessEnv }} */
function npmOn(node) {
  const modules = existsSync(DEBIAN_MODULES) ? { NODE_PATH: DEBIAN_MODULES } : {};
  const env = { ...process.env, PATH: pathWith(dirname(node)), ...modules };
  const script = process.env['npm_execpath'];
  return script?.endsWith('npm-cli.js') ? { program: node, first: [script], env } : { program: 'npm', first: [], env };
}

/**
 * `npm ci` in one folder. Throws what a person has to know when it fails.
 * @param {string} node @param {string} [cwd]
 */
export async function npmCi(node, cwd = ROOT) {
  const { program, first, env } = npmOn(node);
  const { status, output } = await runQuietly(program, [...first, 'ci', ...QUIET], { env, cwd });
  if (status === 0) return;
  if (status === -1) {
    throw new NeedsAPerson(
      inWords('没有找到 npm。', 'npm was not found.'),
      inWords('在 Debian 上：sudo apt-get install npm', 'On Debian: sudo apt-get install npm'),
    );
  }
  throw new NeedsAPerson(
    inWords(`npm ci 失败：\n${lastLines(output)}`, `npm ci failed:\n${lastLines(output)}`),
    inWords('检查到 npm 软件源的网络，然后再运行一次。', 'Check the line to the npm registry, then run this again.'),
  );
}
