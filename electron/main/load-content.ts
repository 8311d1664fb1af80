/** From the signed releases on disk to content a session can run, or the name of what is wrong with it. */
import path from 'node:path';
import { z } from 'zod';
import type { KioskConfig } from '#contract/config.ts';
import { SealingKey } from '#contract/hub-api.ts';
import type { StationId } from '#contract/ids.ts';
import type { Log } from '#contract/log.ts';
import type { ReleaseKey } from '#contract/release.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { parseContent, type Content } from '#flows/release/content.ts';
import { loadLastGood } from '../release/load-last-good.ts';
import type { Release } from '../release/load-release.ts';
import { fitsSealing } from '../store/seal-record.ts';

export interface KioskContent {
  readonly content: Content;
  readonly release: number;
  readonly sealingKey: SealingKey;
}

/** What a release says of its hall beyond the services. Loose: later releases may say more. */
const HallSettings = z.looseObject({ sealingKey: SealingKey.refine(fitsSealing) });

/**
 * Of the current release, or of the one before when the current one is refused.
 * The failure is a word for the log and the reference on the screen, for example `badSignature`.
 */
export function loadKioskContent(
  { store, station }: Pick<KioskConfig, 'store' | 'station'>,
  trust: ReleaseKey,
  log: Log,
): Promise<Result<KioskContent, string>> {
  return loadLastGood(path.join(store, 'releases'), trust, (release) => readContent(release, station, log), log);
}

/** What a session runs on, or the word for why this release is no use here. */
export function readContent(release: Release, station: StationId, log: Log): Result<KioskContent, string> {
  const settings = HallSettings.safeParse(release.files.get('settings.json'));
  if (!settings.success) return fail('noSealingKey');
  const content = parseContent(release.files);
  if (!content.ok) {
    for (const { rule, file } of content.fault) log('release.finding', { release: release.version, rule, file });
    return fail('badContent');
  }
  if (!content.value.stations.has(station)) return fail('unknownStation');
  return ok({ content: content.value, release: release.version, sealingKey: settings.data.sealingKey });
}
