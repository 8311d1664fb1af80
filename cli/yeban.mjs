#!/usr/bin/env node
/** The command `yeban`: hands over to the Node that runs TypeScript, whichever Node it was typed with. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BROUGHT_NODE, environmentFor, isNewEnough } from './setup/find-node.mjs';
import { ROOT } from './setup/project.mjs';
import { say } from './setup/progress.mjs';
import { inWords } from './reads-chinese.mjs';
import { runInForeground } from './setup/run-program.mjs';

const main = join(ROOT, 'cli/main.ts');

if (existsSync(BROUGHT_NODE) && process.execPath !== BROUGHT_NODE) {
  process.exitCode = await runInForeground(
    BROUGHT_NODE,
    [main, ...process.argv.slice(2)],
    environmentFor(BROUGHT_NODE),
    { cwd: process.cwd() },
  );
} else if (isNewEnough(process.version) && existsSync(join(ROOT, 'node_modules/citty'))) {
  await import(main);
} else {
  say(
    inWords(
      '夜办还没有准备好。请在它的文件夹里运行：npm run setup',
      'Yeban is not set up yet. In its folder, run: npm run setup',
    ),
  );
  process.exitCode = 2;
}
