/** What a manager sees of search: what citizens would find by a sentence, and that nothing is offered for what no hall does. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { typeYeban } from '#fixtures/cabinet/type-yeban.ts';
import { layFewServices } from '#fixtures/release/few-services.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yeban-search-'));
  await layFewServices(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a sentence, also without quotation marks, is answered with services, the likeliest first', async () => {
  const { exitCode, out } = await typeYeban('search', folder, '我想', '给孩子上户口', '--json');
  expect(exitCode).toBe(0);
  const { result } = JSON.parse(out) as { result: { elapsedMs: number; hits: { service: string; score: number }[] } };
  expect(result.hits[0]?.service).toBe('birth-registration');
  expect(result.hits.map(({ score }) => score)).toEqual(
    result.hits.map(({ score }) => score).toSorted((a, b) => b - a),
  );
});

test('for what no hall does it says that nothing was found', async () => {
  const { exitCode, out } = await typeYeban('search', folder, '火车票', '--json');
  expect(exitCode).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ ok: true, result: { hits: [] } });
});
