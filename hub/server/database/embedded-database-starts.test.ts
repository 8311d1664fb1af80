/** The hub's own PostgreSQL: made once, found again, kept through a killed hub, never shared by two. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from './connect.ts';
import { databaseUser } from './database-user.ts';
import { startEmbedded } from './embedded.ts';
import { findPrograms } from './programs.ts';
import { forgetDeadServer } from './server-that-died.ts';

const quiet = (): void => {};
/** Made once: each test starts the same cluster again, as a hub would after a stop. */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yeban-database-'));
  const made = await startEmbedded(folder, quiet);
  expect(made.fresh).toBe(true);
  await made.stop();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function ask(url: string, question: string): Promise<unknown> {
  const database = await connect(url, quiet);
  const { rows } = await sql.raw<{ answer: unknown }>(question).execute(database);
  await database.destroy();
  return rows[0]?.answer;
}

test('what was written is there after a stop and a start', async () => {
  const first = await startEmbedded(folder, quiet);
  await ask(first.url, 'create table note as select 42 as answer');
  await first.stop();
  const second = await startEmbedded(folder, quiet);
  expect(second.fresh).toBe(false);
  expect(await ask(second.url, 'select answer from note')).toBe(42);
  await second.stop();
});

test('it forgets nothing, sorts the same everywhere and listens to this machine only', async () => {
  const database = await startEmbedded(folder, quiet);
  const setting = (name: string): Promise<unknown> => ask(database.url, `select current_setting('${name}') as answer`);
  expect(await setting('fsync')).toBe('on');
  expect(await setting('synchronous_commit')).toBe('on');
  expect(await setting('data_checksums')).toBe('on');
  expect(await setting('server_encoding')).toBe('UTF8');
  expect(await setting('listen_addresses')).toBe('127.0.0.1');
  expect(await setting('unix_socket_directories')).toBe('');
  expect(
    await ask(database.url, 'select datlocale as answer from pg_database where datname = current_database()'),
  ).toBe('C.UTF-8');
  expect((await stat(join(folder, 'password'))).mode & 0o077).toBe(0);
  await database.stop();
});

test('a second hub on the same folder is refused with words, and the first goes on', async () => {
  const first = await startEmbedded(folder, quiet);
  await expect(startEmbedded(folder, quiet)).rejects.toThrow('another hub');
  expect(await ask(first.url, 'select 1 as answer')).toBe(1);
  await first.stop();
});

test('the server of a killed hub is taken over by the next', async () => {
  const killed = `const { startEmbedded } = await import(${JSON.stringify(import.meta.resolve('./embedded.ts'))});
    await startEmbedded(${JSON.stringify(folder)}, () => {}); process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', killed], { stdio: 'ignore' });
  await once(child, 'exit');
  const events: string[] = [];
  const next = await startEmbedded(folder, (event) => events.push(event));
  expect(events).toEqual(['database.found-running']);
  await next.stop();
});

test('a server that lives is never taken for dead, whatever name its folder is called by', async () => {
  const running = await startEmbedded(folder, quiet);
  const alias = `${folder}-alias`;
  await symlink(folder, alias);
  await forgetDeadServer(join(alias, 'cluster'));
  expect((await stat(join(folder, 'cluster', 'postmaster.pid'))).isFile()).toBe(true);
  await rm(alias);
  await running.stop();
});

test('hub and server are killed together: the next hub starts it again, and what was committed is there', async () => {
  const killed = `const { startEmbedded } = await import(${JSON.stringify(import.meta.resolve('./embedded.ts'))});
    const { url } = await startEmbedded(${JSON.stringify(folder)}, () => {});
    const { default: pg } = await import(${JSON.stringify(import.meta.resolve('pg'))});
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('create table killed as select 7 as answer');
    const { readFileSync } = await import('node:fs');
    const [server] = readFileSync(${JSON.stringify(join(folder, 'cluster', 'postmaster.pid'))}, 'utf8').split('\\n');
    process.kill(Number(server), 'SIGKILL');
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', killed], { stdio: 'ignore' });
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  const next = await startEmbedded(folder, quiet);
  expect(await ask(next.url, 'select answer from killed')).toBe(7);
  await next.stop();
});

test('a server that was killed and is not gone yet is waited for and started again', async () => {
  const data = join(folder, 'cluster');
  const { owner } = await databaseUser([(await findPrograms()).pg_ctl, data]);
  const dying = spawn('sleep', ['600'], {
    cwd: data,
    stdio: 'ignore',
    ...(owner && { uid: owner.uid, gid: owner.gid }),
  });
  await once(dying, 'spawn');
  const port = createServer((caller) => {
    caller.destroy();
    dying.kill('SIGKILL');
  });
  port.listen(0, '127.0.0.1');
  await once(port, 'listening');
  await writeFile(join(data, 'postmaster.pid'), [dying.pid, data, 0, (port.address() as AddressInfo).port].join('\n'));
  const next = await startEmbedded(folder, quiet);
  expect(dying.signalCode).toBe('SIGKILL');
  expect(await ask(next.url, 'select 1 as answer')).toBe(1);
  await next.stop();
  port.close();
});

test('nobody can talk it into forgetting', async () => {
  const database = await startEmbedded(folder, quiet);
  await ask(database.url, 'alter system set fsync = off');
  await ask(database.url, "alter role yeban set synchronous_commit = 'off'");
  await ask(database.url, 'select pg_reload_conf() as answer');
  expect(await ask(database.url, "select current_setting('fsync') as answer")).toBe('on');
  expect(await ask(database.url, "select current_setting('synchronous_commit') as answer")).toBe('on');
  await database.stop();
});

test('a PostgreSQL that may forget is refused with words', async () => {
  const database = await startEmbedded(folder, quiet);
  await database.stop();
  const { pg_ctl } = await findPrograms();
  const data = join(folder, 'cluster');
  const user = await databaseUser([pg_ctl, data]);
  const port = new URL(database.url).port;
  const options = `-p ${port} -c unix_socket_directories='' -c fsync=off`;
  await user.run(pg_ctl, ['-D', data, 'start', '-w', '-l', join(data, 'server.log'), '-o', options]);
  await expect(connect(database.url, quiet)).rejects.toThrow('may forget');
  await user.run(pg_ctl, ['-D', data, 'stop', '-w', '-m', 'fast']);
});
