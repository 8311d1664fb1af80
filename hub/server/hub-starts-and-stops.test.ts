/** The hub as a program: it says where it is, answers, and leaves nothing running behind. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
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

function run(environment: Readonly<Record<string, string>>): Program {
  const env = { ...process.env, HUB_FOLDER: folder, HUB_PORT: '0', ...environment };
  return spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
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

test('started, asked, told to stop: the database has stopped too', async () => {
  const program = run({});
  const url = await addressOf(program);
  expect(HubHealth.parse(await (await fetch(`${url}/v1/health`)).json()).database).toBe('ok');
  program.kill('SIGTERM');
  expect((await endOf(program)).code).toBe(0);
  expect(await readdir(join(folder, 'cluster'))).not.toContain('postmaster.pid');
});

test('the sealing key is the same after a restart', async () => {
  const keys: unknown[] = [];
  for (const start of ['first', 'second']) {
    const program = run({});
    keys.push(await (await fetch(`${await addressOf(program)}/v1/sealing-key`)).json());
    program.kill(start === 'first' ? 'SIGTERM' : 'SIGINT');
    await endOf(program);
  }
  expect(keys[1]).toEqual(keys[0]);
});

test('a taken port is said in words, and nothing stays running', async () => {
  const first = run({});
  const port = new URL(await addressOf(first)).port;
  const second = run({ HUB_PORT: port, HUB_FOLDER: join(folder, 'other') });
  const end = await endOf(second);
  expect(end.code).toBe(2);
  expect(end.said).toContain(`port ${port} is taken`);
  expect(await readdir(join(folder, 'other', 'cluster'))).not.toContain('postmaster.pid');
  first.kill('SIGTERM');
  await endOf(first);
});

test('a wrong environment is said in words', async () => {
  const end = await endOf(run({ HUB_PORT: 'eight', DATABASE_URL: 'mysql://nowhere' }));
  expect(end.code).toBe(2);
  expect(end.said).toContain('DATABASE_URL');
  expect(end.said).toContain('HUB_PORT');
});
