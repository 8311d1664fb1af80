/** `npm run setup`: installs and builds what is missing, and nothing else. */
import { runScript, setUp } from './set-up.mjs';

await runScript(async () => {
  await setUp();
  return 0;
});
