/** From a folder to a release that can be trusted: signed by the key we know, complete, unchanged, not older. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { z } from 'zod';
import { METADATA_LIMIT_BYTES, RELEASE_LIMIT_BYTES, TARGET_LIMIT_BYTES } from '#contract/hub-releases.ts';
import type { Json } from '#contract/json.ts';
import { METADATA_FILE, TARGETS_FOLDER, TargetsMetadata, type ReleaseKey, type Target } from '#contract/release.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { readPlainFile } from './read-plain-file.ts';
import { findReleaseFolder } from './release-pointer.ts';
import { refusal, type ReleaseRefusal } from './release-refusal.ts';
import { checkSignature } from './release-signature.ts';

export type { ReleaseRefusal } from './release-refusal.ts';

export interface LoadReleaseOptions {
  /** A release's own folder, or the folder of releases whose `current` pointer names one. */
  readonly folder: string;
  readonly trust: ReleaseKey;
  /** The version this kiosk knows already: an older one is refused. */
  readonly newerThan?: number;
}

export interface Release {
  readonly version: number;
  /** ISO time. Passing it never stops a running release; it only keeps new ones from being activated. */
  readonly expires: string;
  /** By path inside the release, for example `services/senior-card.json`. */
  readonly files: ReadonlyMap<string, Json>;
}

type TargetFile = Readonly<z.infer<typeof Target>>;

/** Rejects only for trouble with the disk itself. */
export async function loadRelease(options: LoadReleaseOptions): Promise<Result<Release, ReleaseRefusal>> {
  const folder = await findReleaseFolder(options.folder);
  if (folder === null) return fail(refusal('notFound', options.folder));
  const metadata = await readMetadata(folder, TargetsMetadata);
  if (!metadata.ok) return metadata;
  const { signed } = metadata.value;
  const signature = checkSignature(metadata.value, options.trust);
  if (signature !== 'good') return fail(refusal(signature));
  if (options.newerThan !== undefined && signed.version < options.newerThan) {
    return fail(refusal('older', `${signed.version} < ${options.newerThan}`));
  }
  const files = await loadTargets(folder, signed);
  return files.ok ? ok({ version: signed.version, expires: signed.expires, files: files.value }) : files;
}

/** Every file that the metadata names, each exactly as long and with the hash it says; by path inside the release. */
export async function loadTargets(
  folder: string,
  signed: TargetsMetadata['signed'],
): Promise<Result<ReadonlyMap<string, Json>, ReleaseRefusal>> {
  const targets = Object.entries(signed.targets);
  const total = targets.reduce((sum, [, target]) => sum + target.length, 0);
  if (total > RELEASE_LIMIT_BYTES) return fail(refusal('tooLarge', `${total} bytes`));
  const files = new Map<string, Json>();
  for (const [name, target] of targets) {
    const file = await readTarget(folder, name, target);
    if (!file.ok) return file;
    files.set(name, file.value);
  }
  return ok(files);
}

/** The metadata file in a release's own folder, in the form that `schema` asks for; nothing of it is trusted yet. */
export async function readMetadata<T>(folder: string, schema: z.ZodType<T>): Promise<Result<T, ReleaseRefusal>> {
  const read = await readPlainFile(path.join(folder, METADATA_FILE), METADATA_LIMIT_BYTES);
  if (!read.ok) {
    const name = read.fault === 'absent' ? 'notFound' : read.fault === 'tooLarge' ? 'tooLarge' : 'malformed';
    return fail(refusal(name, METADATA_FILE));
  }
  const parsed = schema.safeParse(parseJson(read.value));
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return fail(refusal('malformed', `${METADATA_FILE}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim()));
}

async function readTarget(folder: string, name: string, target: TargetFile): Promise<Result<Json, ReleaseRefusal>> {
  if (target.length > TARGET_LIMIT_BYTES) return fail(refusal('tooLarge', name));
  // The file is found by its hash: a path inside the release never becomes a path on this disk.
  const read = await readPlainFile(path.join(folder, TARGETS_FOLDER, target.hashes.sha256), target.length);
  if (!read.ok) return fail(refusal(read.fault === 'absent' ? 'incomplete' : 'wrongHash', name));
  const hash = createHash('sha256').update(read.value).digest('hex');
  if (read.value.length !== target.length || hash !== target.hashes.sha256) return fail(refusal('wrongHash', name));
  const json = parseJson(read.value);
  return json === undefined ? fail(refusal('malformed', name)) : ok(json);
}

/** Undefined for what is not UTF-8 JSON. */
function parseJson(bytes: Buffer): Json | undefined {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json;
  } catch {
    return undefined;
  }
}
