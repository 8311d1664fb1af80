/** The gate before a release reaches any kiosk: all files are here, unchanged, and a kiosk could run them. */
import { z } from 'zod';
import { SealingKey } from '#contract/hub-api.ts';
import {
  METADATA_LIMIT_BYTES,
  RELEASE_LIMIT_BYTES,
  TARGET_LIMIT_BYTES,
  type ReleaseRefusalName,
} from '#contract/hub-releases.ts';
import type { Json } from '#contract/json.ts';
import type { TargetsMetadata } from '#contract/release.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { parseContent } from '#flows/release/content.ts';
import type { Database } from '../database/connect.ts';
import { findMissing, readTargets } from './target-store.ts';

export interface ReleaseProblem {
  readonly name: ReleaseRefusalName;
  /** What exactly: paths inside the release, rules of the gate. */
  readonly detail: string;
}

const HallSettings = z.looseObject({ sealingKey: SealingKey });
const NAMED_AT_ONCE = 10;

/** Nothing is read for a release that no kiosk would take up for its size. */
function findTooLarge(metadata: TargetsMetadata): string | null {
  const named = Object.values(metadata.signed.targets);
  // As a kiosk lays it down.
  const listed = JSON.stringify(metadata, null, 2).length;
  if (listed > METADATA_LIMIT_BYTES) return `${named.length} files`;
  const largest = Math.max(0, ...named.map(({ length }) => length));
  if (largest > TARGET_LIMIT_BYTES) return `${largest} bytes in one file`;
  const bytes = named.reduce((sum, { length }) => sum + length, 0);
  return bytes > RELEASE_LIMIT_BYTES ? `${bytes} bytes` : null;
}

/** The size of all files in bytes. `isOurKey`: whether this hub could open what is sealed to a key. */
export async function gateContent(
  database: Database,
  metadata: TargetsMetadata,
  isOurKey: (keyId: string) => boolean,
): Promise<Result<number, ReleaseProblem>> {
  const named = Object.entries(metadata.signed.targets);
  const tooLarge = findTooLarge(metadata);
  if (tooLarge !== null) return problem('tooLarge', [tooLarge]);
  const missing = await findMissing(database, metadata.signed);
  if (missing.length > 0) return problem('incomplete', missing);
  const stored = await readTargets(database, new Set(named.map(([, { hashes }]) => hashes.sha256)));
  const wrong = named.filter(([, { hashes, length }]) => stored.get(hashes.sha256)?.length !== length);
  if (wrong.length > 0) return problem('wrongHash', wrong.map(nameOf));

  const files = new Map<string, Json>();
  for (const [name, { hashes }] of named) {
    const json = parseJson(stored.get(hashes.sha256) ?? Buffer.alloc(0));
    if (json === undefined) return problem('malformed', [name]);
    files.set(name, json);
  }
  const settings = HallSettings.safeParse(files.get('settings.json'));
  if (!settings.success || !isOurKey(settings.data.sealingKey.keyId))
    return problem('gateFailed', ['settings.json: kiosks would seal to a key this hub does not have']);
  const content = parseContent(files);
  if (!content.ok)
    return problem(
      'gateFailed',
      content.fault.map(({ rule, file }) => `${file}: ${rule}`),
    );
  return ok(named.reduce((sum, [, { length }]) => sum + length, 0));
}

function problem(name: ReleaseRefusalName, what: readonly string[]): Result<never, ReleaseProblem> {
  const more = what.length > NAMED_AT_ONCE ? `, and ${what.length - NAMED_AT_ONCE} more` : '';
  return fail({ name, detail: what.slice(0, NAMED_AT_ONCE).join(', ') + more });
}

function nameOf([name]: readonly [string, unknown]): string {
  return name;
}

/** Undefined for what is not UTF-8 JSON. */
function parseJson(bytes: Buffer): Json | undefined {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json;
  } catch {
    return undefined;
  }
}
