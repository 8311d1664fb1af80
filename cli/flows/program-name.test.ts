/** An installed program that was exchanged has another name: what the old gate proved is proved again. */
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { programName } from './program-name.ts';

test('where it ships, the name changes with any of its parts', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-program-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const shipped = path.join(folder, 'part-program-name.ts');
  await copyFile(path.join(import.meta.dirname, 'program-name.ts'), shipped);
  await writeFile(path.join(folder, 'yeban.js'), 'one');
  await writeFile(path.join(folder, 'part-gate.js'), 'two');
  const there = (await import(shipped)) as { programName: typeof programName };
  const before = there.programName();
  expect(there.programName()).toBe(before);
  await writeFile(path.join(folder, 'part-gate.js'), 'three');
  expect(there.programName()).not.toBe(before);
  expect(programName()).not.toBe(before);
});
