/** What a manager is told before anything is signed: file, line, and what to do. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { typeYeban } from '#fixtures/cabinet/type-yeban.ts';
import { CATALOG_FOLDER } from '#fixtures/hall/publish-catalog.ts';
import { layFewServices } from '#fixtures/release/few-services.ts';

const SENIOR_CARD = 'services/senior-card.yaml';

let folder: string;
beforeEach(async () => {
  vi.stubEnv('LC_ALL', 'C.UTF-8');
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-flows-'));
  await layFewServices(folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const check = (...more: string[]) => typeYeban('flows', 'check', folder, ...more);

test('our own services may be published', async () => {
  const { exitCode, out } = await typeYeban('flows', 'check', CATALOG_FOLDER, '--json');
  expect(exitCode).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    ok: true,
    result: { services: expect.arrayContaining(['senior-card']), elapsedMs: expect.any(Number), findings: [] },
  });
  // Walked by every possible citizen: on a busy machine that takes longer than a test usually may.
}, 180_000);

test('a mistake is told with file, line and what to do, to people and to scripts', async () => {
  const file = path.join(folder, SENIOR_CARD);
  const source = readFileSync(file, 'utf8');
  const line = source.split('\n').findIndex((text) => text.startsWith('timeLimits:')) + 1;
  writeFileSync(file, source.replace('promised: 5', 'promised: soon'));
  const told = await check();
  expect(told).toMatchObject({ exitCode: 1, errors: '' });
  expect(told.out).toContain(`${SENIOR_CARD}:${line} [error] `);
  expect(told.out).toContain('→ ');
  const { exitCode, out } = await check('--json');
  expect(exitCode).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    ok: true,
    result: { findings: [{ severity: 'error', service: 'senior-card', file: SENIOR_CARD, line }] },
  });
});

test('whoever reads Chinese is told in Chinese; a script gets the code and what fills its gaps too', async () => {
  vi.stubEnv('LC_ALL', 'zh_CN.UTF-8');
  const file = path.join(folder, SENIOR_CARD);
  writeFileSync(file, readFileSync(file, 'utf8').replace('elements: [mobilePhone]', 'elements: [mobilPhone]'));
  const { out } = await check();
  expect(out).toMatch(/senior-card\.yaml:\d+ \[错误\] reference\.missing · 老年人优待证，步骤“contact”/);
  expect(out).toContain('没有叫“mobilPhone”的问题。');
  expect(out).toContain('→ 是不是想写“mobilePhone”？');
  expect(JSON.parse((await check('--json')).out)).toMatchObject({
    result: {
      findings: [
        {
          rule: 'reference.missing',
          params: { name: 'mobilPhone' },
          where: '老年人优待证，步骤“contact”',
          message: '没有叫“mobilPhone”的问题。',
        },
      ],
    },
  });
});

test('YAML that is none, a bomb of aliases and a file that does not belong there are findings, not crashes', async () => {
  writeFileSync(path.join(folder, 'services/broken.yaml'), 'id: [never closed');
  writeFileSync(path.join(folder, 'services/bomb.yaml'), 'a: &a [x, x]\nb: [*a, *a]\n');
  writeFileSync(path.join(folder, 'services/other.yml'), 'id: other');
  const { exitCode, out } = await check('--json');
  expect(exitCode).toBe(1);
  const answer = JSON.parse(out) as { result: { findings: { rule: string; file: string }[] } };
  expect(answer.result.findings.map(({ rule, file }) => `${file} ${rule}`)).toEqual(
    expect.arrayContaining([
      'services/broken.yaml yaml.syntax',
      'services/bomb.yaml yaml.alias',
      'services/other.yml file.unknown',
    ]),
  );
});

test('what an editor or git keeps hidden in the folder is nobody’s service', async () => {
  mkdirSync(path.join(folder, '.git'));
  writeFileSync(path.join(folder, '.git/config.yaml'), 'a: b');
  writeFileSync(path.join(folder, 'services/.senior-card.yaml.swp'), '');
  expect(await check()).toMatchObject({ exitCode: 0 });
});

test('a folder that is not there is a slip, told in words', async () => {
  const { exitCode, errors } = await typeYeban('flows', 'check', path.join(folder, 'nowhere'));
  expect(exitCode).toBe(2);
  expect(errors).toContain('nowhere');
});

test('a second word that is missing or mistyped ends with 2, and help names the right one', async () => {
  expect(await typeYeban('flows')).toMatchObject({ exitCode: 2 });
  expect((await typeYeban('flows', 'chek', folder)).errors).toContain('yeban flows check');
  expect((await typeYeban('flows', '--help')).out).toContain('yeban flows check');
  expect((await typeYeban('flows', 'check', '--help')).out).toContain('yeban flows check');
});
