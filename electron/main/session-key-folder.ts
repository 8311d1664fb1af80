/** Where session keys live: in memory only, in the user's runtime folder, or in /dev/shm where there is none. */
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fail, ok, type Result } from '#contract/result.ts';
import { liesInMemory } from '../store/session-keys.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder may not exist yet; the one it lies in does. */
export function sessionKeyFolder(environment: Environment): string {
  const runtime = environment['RUNTIME_DIRECTORY'] ?? environment['XDG_RUNTIME_DIR'];
  return path.join(runtime ?? '/dev/shm', `yeban-${os.userInfo().uid}`);
}

/**
 * Makes the folder. Fails, with words for the technician, when it would lie on a disk: there a key that was destroyed, or
 * lost in a power cut, could still be found (law 3). `onDisk` lets a developer go on all the same.
 */
export async function makeSessionKeyFolder(
  environment: Environment,
  { onDisk }: { readonly onDisk: boolean },
): Promise<Result<string, string>> {
  const folder = sessionKeyFolder(environment);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (onDisk || liesInMemory(folder)) return ok(folder);
  return fail(
    [
      `会话密钥会写在磁盘上（${folder}），断电后仍可能被找到，因此不启动。请给 /run/user 或 /dev/shm 挂上 tmpfs。`,
      `Session keys would lie on a disk (${folder}), where they outlive a power cut: not started.`,
      'Mount a tmpfs at /run/user or /dev/shm. For development only: yeban kiosk --keys-on-disk',
    ].join('\n'),
  );
}
