/** A second check of the same folder proves nothing twice; a spoiled memory is no memory; a change is never passed over. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFewServices } from '#fixtures/release/few-services.ts';
import { compileSource } from '#flows/release/compile-source.ts';
import { openKeptProofs } from './kept-proofs.ts';

const SERVICE = 'services/senior-card.yaml';
const RULE = 'when: deliveryWay == "pickUp"';

let folder: string;
let sources: ReadonlyMap<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-proofs-'));
  sources = await readFewServices();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function check(texts: ReadonlyMap<string, string>) {
  const proofs = await openKeptProofs(folder);
  let proved = 0;
  const compiled = compileSource(texts, {
    ...proofs,
    prove: (what) => {
      proved += 1;
      proofs.prove(what);
    },
  });
  await proofs.save();
  return { proved, rules: compiled.ok ? [] : compiled.fault.map(({ rule }) => rule) };
}

test('what was proved is kept, what changed is proved again, and what is spoiled is proved anew', async () => {
  const first = await check(sources);
  expect(first.rules).toEqual([]);
  expect(first.proved).toBeGreaterThan(3);
  expect(await check(sources)).toEqual({ proved: 0, rules: [] });

  const source = sources.get(SERVICE) ?? '';
  expect(source).toContain(RULE);
  const slower = new Map(sources).set(SERVICE, source.replace(/^minutes: \d+$/m, 'minutes: 9'));
  expect(await check(slower)).toEqual({ proved: 1, rules: [] });
  const broken = new Map(sources).set(SERVICE, source.replace(RULE, 'when: ageOn(card.birthDate, today) < 50'));
  expect((await check(broken)).rules).toContain('ways.neverHolds');
  // Not remembered as proven either.
  expect((await check(broken)).rules).toContain('ways.neverHolds');

  const [file = ''] = await readdir(folder);
  const kept = await readFile(path.join(folder, file), 'utf8');
  await writeFile(path.join(folder, file), kept.replace('"deliveryWay', '"deliveryWax'));
  expect(await check(sources)).toEqual(first);
});

test('a change of what services share is proved for all of them', async () => {
  const first = await check(sources);
  const elements = sources.get('elements.yaml') ?? '';
  const changed = new Map(sources).set(
    'elements.yaml',
    elements.replace('en: Mobile phone number', 'en: Your mobile number'),
  );
  expect((await check(changed)).proved).toBeGreaterThanOrEqual(first.proved);
});
