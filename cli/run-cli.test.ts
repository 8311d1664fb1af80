/** What a technician sees who mistypes a command, and what a script sees. */
import { expect, test, vi } from 'vitest';
import { runCli } from './run-cli.ts';

async function type(...words: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const exitCode = await runCli(words, { out: (text) => out.push(text), error: (text) => errors.push(text) });
  return { exitCode, out: out.join('\n'), errors: errors.join('\n') };
}

test('help names the commands', async () => {
  const { exitCode, out } = await type('--help');
  expect(exitCode).toBe(0);
  expect(out).toContain('yeban kiosk');
});

test('a mistyped command ends with 2 and a guess', async () => {
  expect(await type('kiosc')).toMatchObject({ exitCode: 2, out: '', errors: expect.stringContaining('yeban kiosk') });
});

test('a mistyped option is not ignored', async () => {
  expect(await type('kiosk', '--confg', 'a')).toMatchObject({
    exitCode: 2,
    errors: expect.stringContaining('--confg'),
  });
});

test('a missing option is named', async () => {
  expect(await type('kiosk')).toMatchObject({ exitCode: 2, errors: expect.stringContaining('config') });
});

test('with --json there is one document on stdout and nothing else', async () => {
  const { exitCode, out, errors } = await type('bench', 'nothing-of-ours', '--json');
  expect({ exitCode, errors }).toEqual({ exitCode: 2, errors: '' });
  expect(JSON.parse(out)).toMatchObject({
    ok: false,
    fault: { code: 'bench.unknown', hint: expect.stringMatching(/^Known: (\w+, )*shell(, \w+)*$/) },
  });
});

test('help of one command says its options', async () => {
  expect((await type('hub', '--help')).out).toContain('--port');
});

test('help is Chinese for who reads Chinese, with the same options', async () => {
  vi.stubEnv('LC_ALL', 'zh_CN.UTF-8');
  const { out } = await type('doctor', '--help');
  expect(out).toContain('只检查这个设备');
  expect(out).toContain('--device');
  expect((await type('--help')).out).toContain('待发队列');
  vi.stubEnv('LC_ALL', 'C.UTF-8');
  expect((await type('doctor', '--help')).out).toContain('look at this device only');
  vi.unstubAllEnvs();
});
