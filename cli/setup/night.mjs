/** `npm run night`: sets up what is missing, then lets a whole night pass in the hall. */
import { join } from 'node:path';
import { ROOT } from './project.mjs';
import { runInForeground } from './run-program.mjs';
import { runScript, setUp } from './set-up.mjs';

await runScript(async () => {
  const { node, env } = await setUp();
  return runInForeground(node, [join(ROOT, 'fixtures/night/main.ts'), ...process.argv.slice(2)], env);
});
