/** Signs a release that was built into a folder; only one that is whole gets a signature. */
import path from 'node:path';
import { z } from 'zod';
import { METADATA_FILE, TargetsMetadata } from '#contract/release.ts';
import { ok, type Result } from '#contract/result.ts';
import { replaceFileDurably } from '../store/write-durably.ts';
import { signMetadata } from './build-metadata.ts';
import { loadTargets, readMetadata } from './load-release.ts';
import type { ReleaseKeyPair } from './release-key.ts';
import type { ReleaseRefusal } from './release-refusal.ts';

/** As it was built, or signed before: earlier signatures are not kept. */
const Signable = z.strictObject({ signed: TargetsMetadata.shape.signed, signatures: z.array(z.unknown()) });

/** Nothing changes when it is refused. Rejects only for trouble with the disk itself. */
export async function signFolder(
  folder: string,
  { key, privateKey }: ReleaseKeyPair,
): Promise<Result<TargetsMetadata, ReleaseRefusal>> {
  const draft = await readMetadata(folder, Signable);
  if (!draft.ok) return draft;
  const { signed } = draft.value;
  const files = await loadTargets(folder, signed);
  if (!files.ok) return files;
  const metadata = signMetadata(signed, key, privateKey);
  replaceFileDurably(path.join(folder, METADATA_FILE), `${JSON.stringify(metadata, null, 2)}\n`, 0o644);
  return ok(metadata);
}
