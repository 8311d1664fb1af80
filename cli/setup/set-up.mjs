/** Everything between a fresh clone and a runnable project, in order; what is done already takes no time. */
import { NeedsAPerson } from './project.mjs';
import { readyEngine } from './browser-engine.mjs';
import { tryElectron } from './electron-binary.mjs';
import { environmentFor, findNode } from './find-node.mjs';
import { bringFirstNode, dropFirstNode } from './first-node.mjs';
import { buildPages } from './pages.mjs';
import { bringPackages } from './packages.mjs';
import { finishPostgres } from './postgres.mjs';
import { elapsed, say, step } from './progress.mjs';
import { inWords } from '../reads-chinese.mjs';

/** @typedef {{ node: string, env: NodeJS.ProcessEnv }} Ready */

/** @returns {Promise<Ready>} the Node to run the project with, and the environment for it */
export async function setUp() {
  const started = Date.now();
  say(inWords('夜办 Yeban：正在准备', 'Yeban 夜办: setting up'));
  const first = await step(
    'Node',
    bringFirstNode,
    inWords('正在取能运行 TypeScript 的版本', 'fetching the one that runs TypeScript'),
  );
  await step(
    inWords('软件包', 'packages'),
    () => bringPackages(first),
    inWords('npm 正在安装，第一次约一分钟', 'npm installs what the lock says, about a minute the first time'),
  );
  const node = (await findNode())?.value ?? first;
  dropFirstNode();
  const env = environmentFor(node);
  await step('PostgreSQL', finishPostgres);
  const notes = await step(
    inWords('浏览器引擎', 'browser engine'),
    () => readyEngine(node, env),
    inWords('正在解压', 'unpacking'),
  );
  await step(inWords('页面', 'pages'), () => buildPages(node, env));
  await step('Electron', () => tryElectron(node));
  for (const note of notes) say(`  ! ${note}`);
  say(inWords(`  准备好了，用时 ${elapsed(started)}\n`, `  ready after ${elapsed(started)}\n`));
  return { node, env };
}

/** Runs one of the npm scripts; its number is the exit code. @param {() => Promise<number>} script */
export async function runScript(script) {
  try {
    process.exitCode = await script();
  } catch (error) {
    if (!(error instanceof NeedsAPerson)) throw error;
    say(`\n${error.message}\n\n${inWords('怎么办：', 'What to do: ')}${error.remedy}`);
    process.exitCode = 2;
  }
}
