/** `npm start`: sets up what is missing, then opens the demo hall. */
import { join } from 'node:path';
import { ROOT } from './project.mjs';
import { runInForeground } from './run-program.mjs';
import { runScript, setUp } from './set-up.mjs';

await runScript(async () => {
  const { node, env } = await setUp();
  return runInForeground(node, [join(ROOT, 'fixtures/dev/main.ts'), ...process.argv.slice(2)], env, {
    hearsTwice: true,
  });
});
