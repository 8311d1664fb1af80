/** A PostgreSQL of our own in one folder: made on the first start, found again on every later one, stopped cleanly. */
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '#contract/log.ts';
import { databaseUser, type DatabaseUser } from './database-user.ts';
import { findPrograms, type Programs } from './programs.ts';
import { forgetDeadServer } from './server-that-died.ts';

export interface EmbeddedDatabase {
  /** For this process and its helpers only: holds the password. */
  readonly url: string;
  /** True when the folder was empty and a cluster was made. */
  readonly fresh: boolean;
  stop(): Promise<void>;
}

interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly programs: Programs;
  readonly user: DatabaseUser;
}

const ROLE = 'yeban';
const PORT_ATTEMPTS = 5;
const AGAIN_AFTER_MS = 50;
/** How long a server may take to end, or to answer, that was found running. */
const PATIENCE_MS = 10_000;
/** Held by the hub that owns this cluster as long as it lives; lets the next hub tell a live owner from a dead one. */
const OWNER_LOCK = 8_700_001;

/** Loopback only, a random free port, a random password kept 0600 in the folder; fsync and checksums on. */
export async function startEmbedded(folder: string, log: Log): Promise<EmbeddedDatabase> {
  const cluster = await openCluster(resolve(folder));
  const fresh = !(await isThere(cluster.data));
  if (fresh) await makeCluster(cluster);
  const { url, owner } = await findOrStart(cluster, log);
  await becomeOwner(owner, cluster.folder);
  let stopping = false;
  owner.on('error', (error) => {
    // The database went away under us: nothing can be kept any more, so end loudly and be restarted.
    if (!stopping) throw new Error('the embedded PostgreSQL ended by itself', { cause: error });
  });
  return {
    url,
    fresh,
    async stop() {
      if (stopping) return;
      stopping = true;
      await owner.end();
      await control(cluster, ['stop', '-w', '-m', 'fast']);
    },
  };
}

async function openCluster(folder: string): Promise<Cluster> {
  await mkdir(folder, { recursive: true });
  const programs = await findPrograms();
  const data = join(folder, 'cluster');
  return { folder, data, programs, user: await databaseUser([programs.initdb, data]) };
}

/** Made beside its place and renamed, so that a power cut in between leaves nothing half made. */
async function makeCluster(cluster: Cluster): Promise<void> {
  const draft = join(cluster.folder, 'cluster.draft');
  const passwordFile = join(cluster.folder, 'password.draft');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  const owner = cluster.user.owner;
  if (owner) for (const path of [draft, passwordFile]) await chown(path, owner.uid, owner.gid);
  await cluster.user.run(cluster.programs.initdb, [
    ...['-D', draft, '-U', ROLE, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'],
    // PostgreSQL's own C.UTF-8: sorts alike everywhere, whatever locales the machine has.
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
  ]);
  if (owner) await chown(passwordFile, 0, 0);
  await rename(passwordFile, join(cluster.folder, 'password'));
  await rename(draft, cluster.data);
}

/** One that is found may be about to end, killed a moment ago together with its hub: then it is started again. */
async function findOrStart(cluster: Cluster, log: Log): Promise<{ url: string; owner: pg.Client }> {
  const password = (await readFile(join(cluster.folder, 'password'), 'utf8')).trim();
  for (let waited = 0; ; waited += AGAIN_AFTER_MS) {
    await forgetDeadServer(cluster.data);
    const found = await runningPort(cluster);
    const port = found ?? (await startOnFreePort(cluster));
    const url = `postgres://${ROLE}:${password}@127.0.0.1:${port}/postgres`;
    const owner = new pg.Client({ connectionString: url, keepAlive: true, lock_timeout: 2_000 });
    try {
      await owner.connect();
      if (found !== null) log('database.found-running', { port });
      return { url, owner };
    } catch (error) {
      if (found === null || waited >= PATIENCE_MS) throw error;
    }
    await later(AGAIN_AFTER_MS);
  }
}

async function startOnFreePort(cluster: Cluster): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const options = [
      `-p ${port}`,
      ...['listen_addresses=127.0.0.1', "unix_socket_directories=''", 'fsync=on', 'synchronous_commit=on'],
      // Terse: the server's log must not quote the row that broke a rule, it may hold a citizen's data.
      ...['full_page_writes=on', 'log_error_verbosity=terse', 'log_checkpoints=off', 'max_connections=50'],
    ].join(' -c ');
    try {
      await control(cluster, ['start', '-w', '-l', join(cluster.data, 'server.log'), '-o', options]);
      return port;
    } catch (cause) {
      if (attempt < PORT_ATTEMPTS && (await lastWords(cluster)).includes('Address already in use')) continue;
      throw new Error(`PostgreSQL did not start in ${cluster.data}: ${await lastWords(cluster)}`, { cause });
    }
  }
}

async function control(cluster: Cluster, args: readonly string[]): Promise<string> {
  return await cluster.user.run(cluster.programs.pg_ctl, ['-D', cluster.data, ...args]);
}

/** The port of a server that outlived its hub, or null. Line 4 of postmaster.pid, PostgreSQL manual "Database File Layout". */
async function runningPort(cluster: Cluster): Promise<number | null> {
  try {
    await control(cluster, ['status']);
  } catch {
    return null;
  }
  const lines = (await readFile(join(cluster.data, 'postmaster.pid'), 'utf8')).split('\n');
  return Number(lines[3]);
}

/** Waits a moment, because PostgreSQL needs one to notice that a killed hub is gone. */
async function becomeOwner(client: pg.Client, folder: string): Promise<void> {
  try {
    await client.query('select pg_advisory_lock($1)', [OWNER_LOCK]);
  } catch (cause) {
    await client.end();
    const advice = 'stop it first, or give this one its own folder';
    throw new Error(`another hub is using the database in ${folder}; ${advice}`, { cause });
  }
}

async function lastWords(cluster: Cluster): Promise<string> {
  const text = await readFile(join(cluster.data, 'server.log'), 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-5).join('\n');
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1');
  return address.port;
}
