/** The release to run: the current one, or the one before it when the current one can't be used. */
import path from 'node:path';
import type { ReleaseKey } from '#contract/release.ts';
import { fail, type Result } from '#contract/result.ts';
import type { Log } from '#contract/log.ts';
import { loadRelease, type LoadReleaseOptions, type Release } from './load-release.ts';
import { readPointer } from './release-pointer.ts';

/** Makes of a release that is signed and whole what it is loaded for; a failure is a word such as `badContent`. */
export type UseRelease<T> = (release: Release) => Result<T, string>;

/**
 * `folder` is `<store>/releases`. Fails with the word for the current release, when the one before is no use either.
 * A `current` that was set back to an older release is refused as `older`, however well that one is signed: only the
 * newest that ever was in use may run in its place. The one before is for a current release that is spoiled.
 */
export async function loadLastGood<T>(
  folder: string,
  trust: ReleaseKey,
  use: UseRelease<T>,
  log: Log,
): Promise<Result<T, string>> {
  const newest = await readPointer(folder, 'newest');
  const atLeast = newest === null ? {} : { newerThan: newest };
  const current = await loadAndUse({ folder, trust, ...atLeast }, use);
  if (current.ok) return current;
  const instead = async (version: number | null, floor: { readonly newerThan?: number }, event: string) => {
    if (version === null) return null;
    const other = await loadAndUse({ folder: path.join(folder, String(version)), trust, ...floor }, use);
    if (!other.ok) return null;
    log('release.currentRefused', { reason: current.fault });
    log(event, { version });
    return other;
  };
  const found = await instead(newest, atLeast, 'release.newestUsed');
  if (found !== null || current.fault === 'older') return found ?? current;
  return (await instead(await readPointer(folder, 'previous'), {}, 'release.previousUsed')) ?? current;
}

async function loadAndUse<T>(options: LoadReleaseOptions, use: UseRelease<T>): Promise<Result<T, string>> {
  const release = await loadRelease(options);
  return release.ok ? use(release.value) : fail(release.fault.name);
}
