/** The release to run at start: the current one, or the one before it when the disk spoiled the current. */
import path from 'node:path';
import type { Log } from '#contract/log.ts';
import type { ReleaseKey } from '#contract/release.ts';
import type { Result } from '#contract/result.ts';
import { loadRelease, type Release, type ReleaseRefusal } from './load-release.ts';
import { readPointer } from './release-pointer.ts';

/** `folder` is `<store>/releases`. The refusal is the current release's, when the one before can't be used either. */
export async function loadLastGood(
  folder: string,
  trust: ReleaseKey,
  log: Log,
): Promise<Result<Release, ReleaseRefusal>> {
  const current = await loadRelease({ folder, trust });
  if (current.ok) return current;
  log('release.currentRefused', { reason: current.fault.name });
  const version = await readPointer(folder, 'previous');
  if (version === null) return current;
  const previous = await loadRelease({ folder: path.join(folder, String(version)), trust });
  if (!previous.ok) return current;
  log('release.previousUsed', { version });
  return previous;
}
