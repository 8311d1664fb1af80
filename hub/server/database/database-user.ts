/** Under whose name PostgreSQL's programs run: it refuses to run as root, and may lie behind root's closed door. */
import { execFile, type ExecFileOptions } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const USER = 'postgres';

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

export interface DatabaseUser {
  /** Who must own the data; null when we are not root and simply are ourselves. */
  readonly owner: Owner | null;
  /** Runs one program to its end and returns what it said; rejects with the program's own words. */
  run(program: string, args: readonly string[]): Promise<string>;
}

/** As root: the user `postgres`, made if the machine has none. Every one of `paths` must exist. */
export async function databaseUser(paths: readonly string[]): Promise<DatabaseUser> {
  if (process.getuid?.() !== 0) return { owner: null, run: (program, args) => runBare(program, args, {}) };
  const owner = (await lookUp()) ?? (await makeUser());
  const open = await Promise.all(paths.map(everyoneCanReach));
  if (open.every(Boolean)) return { owner, run: (program, args) => runBare(program, args, owner) };
  return { owner, run: (program, args) => runBare('setpriv', [...throughTheDoor(owner), program, ...args], {}) };
}

async function runBare(program: string, args: readonly string[], options: ExecFileOptions): Promise<string> {
  // Nothing of our environment may redirect the server (PGDATA, PGPORT …); messages in English.
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' };
  const { stdout } = await run(program, args, { ...options, env, cwd: '/' });
  return stdout.toString();
}

/**
 * A checkout below /root is closed to other users. The server then keeps its own uid and gets the single capability to
 * walk through; no_setuid_fixup because PostgreSQL asks access(2) first, which must answer as open(2) will.
 */
function throughTheDoor(owner: Owner): readonly string[] {
  return [
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
  ];
}

async function everyoneCanReach(path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function lookUp(): Promise<Owner | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', USER]), run('id', ['-g', USER])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function makeUser(): Promise<Owner> {
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', USER]);
  const made = await lookUp();
  if (made === null) throw new Error(`PostgreSQL can't run as root, and the user "${USER}" could not be made`);
  return made;
}
