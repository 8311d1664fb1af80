/** The release to run: the current one, or the one before it when the current one can't be used. */
import path from 'node:path';
import type { ReleaseKey } from '#contract/release.ts';
import { fail, type Result } from '#contract/result.ts';
import type { Log } from '#contract/log.ts';
import { loadRelease, type Release } from './load-release.ts';
import { readPointer } from './release-pointer.ts';

/** Makes of a release that is signed and whole what it is loaded for; a failure is a word such as `badContent`. */
export type UseRelease<T> = (release: Release) => Result<T, string>;

/** `folder` is `<store>/releases`. Fails with the word for the current release, when the one before is no use either. */
export async function loadLastGood<T>(
  folder: string,
  trust: ReleaseKey,
  use: UseRelease<T>,
  log: Log,
): Promise<Result<T, string>> {
  const current = await loadAndUse(folder, trust, use);
  if (current.ok) return current;
  const version = await readPointer(folder, 'previous');
  const previous = version === null ? null : await loadAndUse(path.join(folder, String(version)), trust, use);
  if (version === null || !previous?.ok) return current;
  log('release.currentRefused', { reason: current.fault });
  log('release.previousUsed', { version });
  return previous;
}

async function loadAndUse<T>(folder: string, trust: ReleaseKey, use: UseRelease<T>): Promise<Result<T, string>> {
  const release = await loadRelease({ folder, trust });
  return release.ok ? use(release.value) : fail(release.fault.name);
}
