/** A manager's way from a text to a signed release, and every release that a kiosk would not take. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReleaseKey } from '#contract/release.ts';
import { activateRelease } from '#electron/release/activate-release.ts';
import { typeYeban, type Typed } from '#fixtures/cabinet/type-yeban.ts';
import { layFewServices } from '#fixtures/release/few-services.ts';
import {
  changeOneByte,
  cutMetadataShort,
  forgeMetadata,
  loseOneFile,
  type Spoil,
} from '#fixtures/release/spoil-release.ts';
import { makeHubKey } from '#fixtures/store/temporary-store.ts';

let office: string;
const at = (...names: string[]): string => path.join(office, ...names);
beforeEach(async () => {
  vi.stubEnv('LC_ALL', 'C.UTF-8');
  office = mkdtempSync(path.join(os.tmpdir(), 'yeban-office-'));
  await layFewServices(at('flows'));
  writeFileSync(at('sealing.json'), JSON.stringify(makeHubKey().sealingKey));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(office, { recursive: true });
});

const release = (...words: string[]): Promise<Typed> => typeYeban('release', ...words);
const key = (name = 'key'): Promise<Typed> => release('key', '--out', at(name));
const build = (...more: string[]): Promise<Typed> =>
  release('build', at('flows'), '--out', at('r'), '--version', '7', '--sealing-key', at('sealing.json'), ...more);
const sign = (name = 'key'): Promise<Typed> => release('sign', at('r'), '--key', at(name));
const verify = (name = 'key'): Promise<Typed> =>
  release('verify', at('r'), '--trust', at(`${name}.root.json`), '--json');

test('a text is changed, built, signed and verified; a kiosk takes it', async () => {
  const texts = at('flows/texts/en.yaml');
  writeFileSync(texts, readFileSync(texts, 'utf8').replace('scale.standard: Standard', 'scale.standard: Usual'));
  expect(await key()).toMatchObject({ exitCode: 0, errors: '' });
  expect(statSync(at('key')).mode & 0o777).toBe(0o600);
  expect(await build()).toMatchObject({ exitCode: 0, errors: '' });
  expect(await sign()).toMatchObject({ exitCode: 0, errors: '' });
  const { exitCode, out } = await verify();
  expect(exitCode).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ ok: true, result: { version: 7, sealed: true } });
  const trust = ReleaseKey.parse(JSON.parse(readFileSync(at('key.root.json'), 'utf8')));
  const taken = await activateRelease({ from: at('r'), folder: at('kiosk'), trust, now: Date.now() });
  expect(taken).toMatchObject({ ok: true, value: { version: 7 } });
  expect(taken.ok && taken.value.files.get('texts/en.json')).toMatchObject({ 'scale.standard': 'Usual' });
});

test.for<readonly [string, Spoil, string]>([
  ['that says another version than was signed', forgeMetadata, 'badSignature'],
  ['with a file missing', loseOneFile, 'incomplete'],
  ['with one byte changed', changeOneByte, 'wrongHash'],
  ['that was not written to its end', cutMetadataShort, 'malformed'],
])('a release %s is refused with its name', async ([, spoil, name]) => {
  await key();
  await build();
  await sign();
  await spoil(at('r'));
  const { exitCode, out } = await verify();
  expect(exitCode).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ ok: false, fault: { code: `release.${name}`, detail: { name } } });
});

test('a release signed with another key, or with none, is refused', async () => {
  await key();
  await key('stranger');
  await build();
  expect(JSON.parse((await verify()).out)).toMatchObject({ fault: { detail: { name: 'malformed' } } });
  await sign('stranger');
  const { exitCode, out } = await verify();
  expect(exitCode).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ fault: { detail: { name: 'untrustedKey' } } });
});

test('a release that lost a file is not signed', async () => {
  await key();
  await build();
  await loseOneFile(at('r'));
  expect(await sign()).toMatchObject({ exitCode: 1, errors: expect.stringContaining('incomplete') });
});

test('services with a mistake are not built, and the place is told', async () => {
  const file = at('flows/services/senior-card.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('promised: 5', 'promised: soon'));
  const { exitCode, errors } = await build();
  expect(exitCode).toBe(1);
  expect(errors).toMatch(/gateFailed\nservices\/senior-card\.yaml:\d+ /);
  expect(() => statSync(at('r'))).toThrow('ENOENT');
});

test('a key is never written over, and a folder with other things in it is left alone', async () => {
  await key();
  const before = readFileSync(at('key'), 'utf8');
  expect(await key()).toMatchObject({ exitCode: 2 });
  expect(readFileSync(at('key'), 'utf8')).toBe(before);
  expect(await build('--out', office)).toMatchObject({ exitCode: 2, errors: expect.stringContaining('no part of') });
  expect(readFileSync(at('key'), 'utf8')).toBe(before);
});

test.each(['0', '-1', '1.5', 'new', '1e3'])('%s is no version', async (version) => {
  expect(await build(`--version=${version}`)).toMatchObject({
    exitCode: 2,
    errors: expect.stringContaining('--version'),
  });
});

test('a manager who reads Chinese is told in Chinese, by the same name', async () => {
  await key();
  await build();
  await sign();
  await changeOneByte(at('r'));
  vi.stubEnv('LC_ALL', 'zh_CN.UTF-8');
  const { exitCode, errors } = await release('verify', at('r'), '--trust', at('key.root.json'));
  expect(exitCode).toBe(1);
  expect(errors).toMatch(/^wrongHash: 有文件与签名时不同。/);
  expect((await release('--help')).out).toMatch(/yeban release build +由检查过的办事流程生成发布包/);
});
