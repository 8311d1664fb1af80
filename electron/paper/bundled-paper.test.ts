/** Papers as they ship: made by the bundled thread, far from npm's folders. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { build } from 'vite';
import { PAYMENT_PROOF } from '#fixtures/printed/sample-papers.ts';
import { programs } from '../vite.config.ts';
import { makePdf } from './make-pdf.ts';

/** Starts the bundled thread and prints what it made. */
const PROGRAM = `
import { Worker } from 'node:worker_threads';
const [worker, document] = process.argv.slice(2);
const thread = new Worker(worker, { workerData: { document: JSON.parse(document), rareSigns: '' } });
thread.on('message', (made) => process.stdout.write(Buffer.from(made.value).toString('base64')));
`;

test('a paper is the same bytes where nothing of npm is', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-paper-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const built = '.build/paper-on-trial';
  await build({ configFile: false, ...programs({ paper: 'electron/paper/paper-worker.ts' }, built) });
  await cp(built, folder, { recursive: true });
  await rm(built, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  const program = path.join(folder, 'program.mjs');
  await writeFile(program, PROGRAM);
  const args = [program, path.join(folder, 'paper.js'), JSON.stringify(PAYMENT_PROOF)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const here = await makePdf(PAYMENT_PROOF, { rareSigns: '' });
  expect(stdout).toBe(here.ok && Buffer.from(here.value).toString('base64'));
});
