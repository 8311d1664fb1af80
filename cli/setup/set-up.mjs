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

/** @typedef {{ node: string, env: NodeJS.ProcessEnv }} Ready */

/** @returns {Promise<Ready>} the Node to run the project with, and the environment for it */
export async function setUp() {
  const started = Date.now();
  say('Yeban 夜办: setting up');
  const first = await step('Node', bringFirstNode, 'fetching the one that runs TypeScript');
  await step('packages', () => bringPackages(first), 'npm installs what the lock says, about a minute the first time');
  const node = (await findNode())?.value ?? first;
  dropFirstNode();
  const env = environmentFor(node);
  await step('PostgreSQL', finishPostgres);
  const notes = await step('browser engine', () => readyEngine(node, env), 'unpacking');
  await step('pages', () => buildPages(node, env));
  await step('Electron', () => tryElectron(node));
  for (const note of notes) say(`  ! ${note}`);
  say(`  ready after ${elapsed(started)}\n`);
  return { node, env };
}

/** Runs one of the npm scripts; its number is the exit code. @param {() => Promise<number>} script */
export async function runScript(script) {
  try {
    process.exitCode = await script();
  } catch (error) {
    if (!(error instanceof NeedsAPerson)) throw error;
    say(`\n${error.message}\n\nWhat to do: ${error.remedy}`);
    process.exitCode = 2;
  }
}
