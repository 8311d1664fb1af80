/** The page reader as it ships: bundled, far from npm's folders, and with no way to any network. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'vite';
import { openPaperPress } from '#fixtures/papers/print-paper.ts';
import { programs } from '../vite.config.ts';
import { ENGINE_FILES } from './engine-files.ts';

/** Starts the bundled thread and prints what it read. Whatever would open a socket or ask for a name ends the program. */
const PROGRAM = `
import { Worker } from 'node:worker_threads';
import { readFileSync } from 'node:fs';
const [worker, picture] = process.argv.slice(2);
const refuse = \`
  const net = process.getBuiltinModule('node:net'), dns = process.getBuiltinModule('node:dns');
  const no = () => process.exit(9);
  net.Socket.prototype.connect = no; dns.lookup = no; dns.promises.lookup = no; globalThis.fetch = no;
\`;
const thread = new Worker(refuse + 'import(' + JSON.stringify('file://' + worker) + ')', { eval: true });
thread.on('exit', (code) => process.exit(code));
thread.on('message', (message) => {
  if (message.kind === 'ready') return thread.postMessage({ picture: readFileSync(picture) });
  process.stdout.write(message.result.value.lines.map((line) => line.text.replaceAll(' ', '')).join('\\n'));
  process.exit(0);
});
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-ocr-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('reads a page where nothing of npm is, and asks no network', async () => {
  const built = path.join('.build/ocr-on-trial');
  await build({ configFile: false, ...programs({ reader: 'electron/ocr/ocr-worker.ts' }, built) });
  const away = path.join(folder, 'kiosk');
  await mkdir(away);
  await cp(built, away, { recursive: true });
  await rm(built, { recursive: true });
  await writeFile(path.join(away, 'package.json'), '{ "type": "module" }');
  const program = path.join(folder, 'program.mjs');
  await writeFile(program, PROGRAM);
  const picture = path.join(folder, 'page.png');
  const press = await openPaperPress();
  const { png, truth } = await press.print('business-licence', { seed: 5 });
  await press.close();
  await writeFile(picture, png);
  const run = promisify(execFile)(process.execPath, [program, path.join(away, 'reader.js'), picture]);
  const { stdout } = await run;
  expect(stdout).toContain('法定代表人');
  expect(stdout).toContain(truth.fields['creditCode']);
  const shipped = await readdir(path.join(away, 'ocr'));
  expect(shipped.toSorted()).toEqual(Object.keys(ENGINE_FILES).toSorted());
  const bytes = await Promise.all(shipped.map(async (file) => (await stat(path.join(away, 'ocr', file))).size));
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(6_000_000);
});
