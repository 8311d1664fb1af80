/** What an editor is told: every file of our catalogue keeps to its JSON Schema, slips don't, and the gate passes them over. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { typeYeban } from '#fixtures/cabinet/type-yeban.ts';
import { CATALOG_FOLDER, readSources } from '#fixtures/hall/publish-catalog.ts';
import { layFewServices } from '#fixtures/release/few-services.ts';
import { FILE_KINDS, kindOf } from '#flows/release/editor-schemas.ts';

let folder: string;
const schemas = new Map<string, ValidateFunction>();
let told: Awaited<ReturnType<typeof typeYeban>>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-schema-'));
  await layFewServices(folder);
  told = await typeYeban('flows', 'schema', folder);
  const ajv = new Ajv2020({ formats: { date: true } });
  for (const kind of FILE_KINDS) {
    const text = readFileSync(path.join(folder, '.schema', `${kind}.json`), 'utf8');
    schemas.set(kind, ajv.compile(JSON.parse(text) as object));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Where the file offends its schema; nothing when it keeps to it. */
function offences(file: string, value: unknown): readonly string[] {
  const validate = schemas.get(kindOf(file) ?? '');
  if (validate === undefined) throw new Error(`no schema for ${file}`);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test('every file of our catalogue keeps to the schema that its editor has', async () => {
  const sources = await readSources(CATALOG_FOLDER);
  expect(sources.size).toBeGreaterThan(30);
  expect([...sources].flatMap(([file, text]) => offences(file, parse(text)).map((each) => file + each))).toEqual([]);
});

test('a name that is none, a missing language and a kind nobody knows are marked', async () => {
  const file = 'services/senior-card.yaml';
  const service = parse((await readSources(CATALOG_FOLDER)).get(file) ?? '') as Record<string, unknown>;
  expect(offences(file, service)).toEqual([]);
  expect(offences(file, { ...service, titel: 'x' })).toHaveLength(1);
  expect(offences(file, { ...service, title: { 'zh-CN': '证' } })[0]).toContain("'en'");
  expect(offences(file, { ...service, steps: [{ id: 'a', kind: 'dance' }] })).not.toEqual([]);
});

test('the command says where the schemas are and how a file names its own; the gate passes them over', async () => {
  expect(told).toMatchObject({ exitCode: 0, errors: '' });
  expect(told.out).toContain('# yaml-language-server: $schema=../.schema/services.json');
  expect(await typeYeban('flows', 'check', folder)).toMatchObject({ exitCode: 0 });
});

test('a folder that is not there is not made', async () => {
  const { exitCode, errors } = await typeYeban('flows', 'schema', path.join(folder, 'nowhere'));
  expect(exitCode).toBe(2);
  expect(errors).toContain('nowhere');
});
