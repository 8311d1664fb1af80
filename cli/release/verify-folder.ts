/** Looks at a release as a kiosk would: signature, files, day, and whether a kiosk could run what it says. */
import { SealingKey } from '#contract/hub-api.ts';
import type { ReleaseKey } from '#contract/release.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { loadRelease, type Release } from '#electron/release/load-release.ts';
import { refusal, type ReleaseRefusal } from '#electron/release/release-refusal.ts';
import type { Finding } from '#flows/release/finding.ts';
import { parseContent } from '#flows/release/content.ts';
import { z } from 'zod';

/** Loose: releases may say more of their hall. */
const HallSettings = z.looseObject({ sealingKey: SealingKey });

export interface VerifiedRelease {
  readonly release: Release;
  /** Whether it says to which hub records are sealed; without that no kiosk runs it. */
  readonly sealed: boolean;
}

/** Signed and whole, and yet nothing that a kiosk could run. */
export interface UnfitContent {
  readonly findings: readonly Finding[];
}

/** `now` in ms. Rejects only for trouble with the disk itself. */
export async function verifyFolder(
  folder: string,
  trust: ReleaseKey,
  now: number,
): Promise<Result<VerifiedRelease, ReleaseRefusal | UnfitContent>> {
  const loaded = await loadRelease({ folder, trust });
  if (!loaded.ok) return loaded;
  const { expires, files } = loaded.value;
  if (Date.parse(expires) <= now) return fail(refusal('expired', expires));
  const content = parseContent(files);
  if (!content.ok) return fail({ findings: content.fault });
  return ok({ release: loaded.value, sealed: HallSettings.safeParse(files.get('settings.json')).success });
}
