/** Takes the place of the control socket: a dead kiosk's is replaced, a living one's is respected. */
import { once } from 'node:events';
import { chmod, lstat, mkdtemp, rename, rm } from 'node:fs/promises';
import { createConnection, type Server } from 'node:net';
import path from 'node:path';
import { ControlRefusal } from './control-refusal.ts';

const OWNER_ONLY = 0o600;

/**
 * Listens with `server` at `file`, mode 0600 from the first moment anybody can find it. Rejects with ControlRefusal when
 * somebody listens there already or something else lies there; with the system's own error otherwise.
 */
export async function takeSocket(server: Server, file: string): Promise<void> {
  await refuseTaken(file);
  // Made where nobody else may look and then moved: there is no moment at which it is open to others or missing.
  const folder = await mkdtemp(path.join(path.dirname(file), '.c-'));
  try {
    const made = path.join(folder, 's');
    server.listen(made);
    await once(server, 'listening');
    await chmod(made, OWNER_ONLY);
    await rename(made, file);
  } catch (error) {
    server.close();
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function refuseTaken(file: string): Promise<void> {
  const found = await lstat(file).catch(() => null);
  if (found === null) return;
  if (!found.isSocket()) throw new ControlRefusal('control.taken', `${file} is there and is not a socket.`);
  if (await somebodyListens(file)) throw new ControlRefusal('control.taken', `A running kiosk answers at ${file}.`);
}

async function somebodyListens(file: string): Promise<boolean> {
  const socket = createConnection(file);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
