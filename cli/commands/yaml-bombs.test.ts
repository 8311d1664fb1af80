/** YAML made to blow up whoever reads it: a finding with its name, and no more memory than for an honest folder. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { typeYeban } from '#fixtures/cabinet/type-yeban.ts';
import { mostHeld } from '#fixtures/memory/held-memory.ts';
import { layFewServices } from '#fixtures/release/few-services.ts';

const MIB = 1024 * 1024;
/** Compiling the honest catalogue holds some of it. */
const ROOM = 64 * MIB;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-flows-'));
  await layFewServices(path.join(folder, 'flows'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Each level has the one before ten times: ten thousand million words, were they written out. */
const billionLaughs = ['a0: &a0 [ha]']
  .concat(
    Array.from(
      { length: 10 },
      (_, n) => `a${n + 1}: &a${n + 1} [${Array.from({ length: 10 }, () => `*a${n}`).join()}]`,
    ),
  )
  .join('\n');

test.each([
  ['aliases of aliases', billionLaughs, 'yaml.alias'],
  ['a hundred thousand brackets', '['.repeat(100_000), 'yaml.tooDeep'],
  ['brackets and braces in turn', 'a: ' + '[{b: '.repeat(20_000), 'yaml.tooDeep'],
  ['lists in lists without a bracket', '- '.repeat(90_000), 'yaml.tooDeep'],
  [
    'maps in maps without a brace',
    Array.from({ length: 400 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
    'yaml.tooDeep',
  ],
  ['three million letters', `a: ${'字'.repeat(1_000_000)}`, 'yaml.tooLarge'],
  ['10 MB of text', `a: ${'x'.repeat(10 * MIB)}`, 'yaml.tooLarge'],
  ['a type of its own', 'a: !!js/function "function () {}"', 'yaml.tag'],
])('%s', async (_what, text, rule) => {
  await writeFile(path.join(folder, 'flows/services/bomb.yaml'), text);
  const most = await mostHeld(async () => {
    const checked = await typeYeban('flows', 'check', path.join(folder, 'flows'), '--json');
    expect(checked.exitCode).toBe(1);
    expect(checked.out).toContain(rule);
    const out = path.join(folder, 'release');
    const built = await typeYeban(
      'release',
      'build',
      path.join(folder, 'flows'),
      '--out',
      out,
      '--version',
      '2',
      '--json',
    );
    expect(built.exitCode).toBe(1);
    expect(built.out).toContain('release.gateFailed');
  });
  expect(most).toBeLessThan(ROOM);
  expect(await readdir(folder)).toEqual(['flows']);
});

test('a folder with more than a hall could ever need is not read to its end', async () => {
  const large = 'x'.repeat(MIB);
  for (let n = 0; n < 100; n += 1) await writeFile(path.join(folder, `flows/services/large-${n}.yaml`), large);
  const most = await mostHeld(async () => {
    const checked = await typeYeban('flows', 'check', path.join(folder, 'flows'), '--json');
    expect(checked.exitCode).toBe(2);
    expect(checked.out).toContain('flows.unreadable');
  });
  expect(most).toBeLessThan(ROOM);
});
