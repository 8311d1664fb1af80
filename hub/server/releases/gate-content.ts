/** The gate before a release reaches any kiosk: all files are here, unchanged, and a kiosk could run them. */
import { z } from 'zod';
import { SealingKey } from '#contract/hub-api.ts';
import { RELEASE_LIMIT_BYTES, TARGET_LIMIT_BYTES, type ReleaseRefusalName } from '#contract/hub-releases.ts';
import type { Json } from '#contract/json.ts';
import type { TargetsMetadata } from '#contract/release.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { parseContent } from '#flows/release/content.ts';
import type { Database } from '../database/connect.ts';
import { readTargets } from './target-store.ts';

export interface ReleaseProblem {
  readonly name: ReleaseRefusalName;
  /** What exactly: paths inside the release, rules of the gate. */
  readonly detail: string;
}

const HallSettings = z.looseObject({ sealingKey: SealingKey });
const NAMED_AT_ONCE = 10;

/** The size of all files in bytes. `isOurKey`: whether this hub could open what is sealed to a key. */
export async function gateContent(
  database: Database,
  { targets }: TargetsMetadata['signed'],
  isOurKey: (keyId: string) => boolean,
): Promise<Result<number, ReleaseProblem>> {
  const named = Object.entries(targets);
  const bytes = named.reduce((sum, [, target]) => sum + target.length, 0);
  const large = named.filter(([, target]) => target.length > TARGET_LIMIT_BYTES);
  if (bytes > RELEASE_LIMIT_BYTES || large.length > 0) return problem('tooLarge', [`${bytes} bytes`]);
  const stored = await readTargets(database, new Set(named.map(([, { hashes }]) => hashes.sha256)));
  const missing = named.filter(([, { hashes }]) => !stored.has(hashes.sha256));
  if (missing.length > 0) return problem('incomplete', missing.map(nameOf));
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
  return ok(bytes);
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
