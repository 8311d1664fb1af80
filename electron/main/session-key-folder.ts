/** Where session keys live: in memory only, in the user's runtime folder, or in /dev/shm where there is none. */
import os from 'node:os';
import path from 'node:path';

/** The folder may not exist yet; the one it lies in does. */
export function sessionKeyFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const runtime = environment['RUNTIME_DIRECTORY'] ?? environment['XDG_RUNTIME_DIR'];
  return path.join(runtime ?? '/dev/shm', `yeban-${os.userInfo().uid}`);
}
