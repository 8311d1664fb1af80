/** `yeban hub` as a program: it says where it is, answers, and leaves nothing running behind. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HubHealth } from '#contract/hub-api.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yeban-hub-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

type Program = ChildProcessByStdio<null, Readable, Readable>;

function run(...words: string[]): Program {
  const { DATABASE_URL: _, ...env } = process.env;
  const args = [join(import.meta.dirname, '..', 'main.ts'), 'hub', '--folder', folder, '--port', '0', ...words];
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function addressOf(program: Program): Promise<string> {
  const [line] = (await once(program.stdout, 'data')) as [Buffer];
  return line.toString().trim();
}

async function endOf(program: Program): Promise<{ code: unknown; said: string }> {
  let said = '';
  program.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(program, 'close')) as [number | null];
  return { code, said };
}

test('told to stop, its database stops too; started again, it has the same key', async () => {
  const keys: unknown[] = [];
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const program = run();
    const url = await addressOf(program);
    expect(HubHealth.parse(await (await fetch(`${url}/v1/health`)).json()).database).toBe('ok');
    keys.push(await (await fetch(`${url}/v1/sealing-key`)).json());
    program.kill(signal);
    expect((await endOf(program)).code).toBe(0);
    expect(await readdir(join(folder, 'cluster'))).not.toContain('postmaster.pid');
  }
  expect(keys[1]).toEqual(keys[0]);
});

test('a taken port is said in words, and nothing stays running', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const end = await endOf(run('--port', String(port)));
  other.close();
  expect(end.code).toBe(1);
  expect(end.said).toContain(`port ${port} is taken`);
  expect(await readdir(join(folder, 'cluster'))).not.toContain('postmaster.pid');
});

test.each([
  ['a port that is none', ['--port', 'eight'], 'eight is not a port'],
  ['an address for everybody', ['--host', '0.0.0.0'], 'more than this machine'],
  ['another kind of database', ['--database', 'mysql://clerk:moon@nowhere'], 'not one of PostgreSQL'],
])('%s is said in words', async (_what, words, said) => {
  const end = await endOf(run(...words));
  expect(end).toEqual({ code: 2, said: expect.stringContaining(said) });
  expect(end.said).not.toContain('moon');
});

test.each([
  [
    'numbers sent about in clear',
    'connectors:\n  finance: { url: http://finance.example/api }\n',
    'connectors.finance.url: must start with https://',
  ],
  ['a setting that is none', 'connector: {}\n', 'did you mean "connectors"?'],
  [
    'patience without end',
    'connectors: { tax: { url: https://tax.example/, timeoutMs: 1000000 } }\n',
    'must be at most 60000',
  ],
])('a hub.yaml with %s is told by its line, and nothing is started', async (_what, text, said) => {
  const file = join(folder, 'hub.yaml');
  await writeFile(file, text);
  const end = await endOf(run('--config', file));
  expect(end).toEqual({ code: 2, said: expect.stringContaining(said) });
  expect(end.said).toMatch(/hub\.yaml:\d+:\d+ /);
  expect(await readdir(folder)).toEqual(['hub.yaml']);
});
