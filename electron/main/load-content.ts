/** From a signed release on disk to content a session can run, or the name of what is wrong with it. */
import path from 'node:path';
import { z } from 'zod';
import { SealingKey } from '#contract/hub-api.ts';
import type { Log } from '#contract/log.ts';
import type { ReleaseKey } from '#contract/release.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { parseContent, type Content } from '#flows/release/content.ts';
import { loadRelease } from '../release/load-release.ts';

export interface KioskContent {
  readonly content: Content;
  readonly release: number;
  readonly sealingKey: SealingKey;
}

/** What a release says of its hall beyond the services. Loose: later releases may say more. */
const HallSettings = z.looseObject({ sealingKey: SealingKey });

/** The failure is a word for the log and the reference on the screen, for example `badSignature`. */
export async function loadKioskContent(
  storeFolder: string,
  trust: ReleaseKey,
  log: Log,
): Promise<Result<KioskContent, string>> {
  const release = await loadRelease({ folder: path.join(storeFolder, 'releases'), trust });
  if (!release.ok) return fail(release.fault.name);
  const settings = HallSettings.safeParse(release.value.files.get('settings.json'));
  if (!settings.success) return fail('noSealingKey');
  const content = parseContent(release.value.files);
  if (!content.ok) {
    for (const finding of content.fault) log('release.finding', { rule: finding.rule, file: finding.file });
    return fail('badContent');
  }
  return ok({ content: content.value, release: release.value.version, sealingKey: settings.data.sealingKey });
}
