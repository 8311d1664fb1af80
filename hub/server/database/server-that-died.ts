/** Clears away what a killed PostgreSQL left, where its own check is deceived by a process that only looks alive. */
import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;
/** Its children notice within moments that it is gone, and end. */
const PATIENCE_MS = 10_000;

/**
 * PostgreSQL takes a process for alive that is dead and was not waited for yet (in a container without an init), or that
 * has only got the same number since (after a reset of the machine), and then never starts again. All processes of a
 * server work in its data folder: where nobody does, the note of which one it was is of no use any more.
 */
export async function forgetDeadServer(folder: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const file = join(folder, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return;
  const data = await realpath(folder);
  // Whom nobody may look at may well be alive.
  if ((await whereWorks(text.split('\n')[0] ?? '', data)) !== 'elsewhere') return;
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const places = await Promise.all(processes.map((pid) => whereWorks(pid, data)));
    if (!places.includes('here')) {
      await rm(file, { force: true });
      return;
    }
    await later(LOOK_EVERY_MS);
  }
}

/** What is dead works elsewhere. */
async function whereWorks(pid: string, data: string): Promise<'here' | 'elsewhere' | 'unknown'> {
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === data ? 'here' : 'elsewhere';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'elsewhere' : 'unknown';
  }
}
