/** What a kiosk and its hub say to each other about releases: the offer, single files, the key, and what the kiosk runs. */
import { createHash } from 'node:crypto';
import type { Clock } from '#contract/clock.ts';
import { METADATA_LIMIT_BYTES, ReleaseKeyOffer, ReleaseOffer, type ReleaseReport } from '#contract/hub-releases.ts';
import type { KioskId } from '#contract/ids.ts';
import { reading } from '#contract/message.ts';
import type { ReleaseKey } from '#contract/release.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { SignedFetch } from '../identity/signed-fetch.ts';
import { refusal, type ReleaseRefusal } from '../release/release-refusal.ts';
import { readLimitedBytes } from '../sync/read-limited.ts';

export interface HubAccess {
  readonly hubUrl: string;
  readonly kiosk: KioskId;
  readonly fetch: SignedFetch;
  readonly clock: Clock;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
}

/** The hub is away, or doesn't know this kiosk: no word on the release itself. */
export const NO_ANSWER = 'noAnswer';

const KEY_LIMIT_BYTES = 4 * 1024;
const REQUEST_MS = 30_000;
/** A slow line, 64 kbit/s: a large file may take as long as it takes there. */
const SLOWEST_BYTES_A_MS = 8;

/** Null metadata: the hub has nothing for this kiosk. Never rejects. */
export async function askForOffer(hub: HubAccess): Promise<Result<ReleaseOffer, ReleaseRefusal | typeof NO_ANSWER>> {
  const answer = await get(hub, `/v1/kiosks/${hub.kiosk}/release`, METADATA_LIMIT_BYTES);
  if (answer?.status !== 200) return fail(NO_ANSWER);
  if (answer.bytes === null) return fail(refusal('tooLarge', 'metadata'));
  const offer = reading(ReleaseOffer).safeParse(parseJson(answer.bytes.toString('utf8')));
  return offer.success ? ok(offer.data) : fail(refusal('malformed', 'metadata'));
}

/** The bytes of one file, when they are as long as `length` and have the hash. Never rejects. */
export async function askForTarget(
  hub: HubAccess,
  sha256: string,
  length: number,
): Promise<Result<Buffer, ReleaseRefusal | typeof NO_ANSWER>> {
  const answer = await get(hub, `/v1/targets/${sha256}`, length, REQUEST_MS + length / SLOWEST_BYTES_A_MS);
  if (answer?.status === 404) return fail(refusal('incomplete', sha256));
  if (answer?.status !== 200) return fail(NO_ANSWER);
  const { bytes } = answer;
  return bytes !== null && isTarget(bytes, sha256, length) ? ok(bytes) : fail(refusal('wrongHash', sha256));
}

export function isTarget(bytes: Buffer, sha256: string, length: number): boolean {
  return bytes.length === length && createHash('sha256').update(bytes).digest('hex') === sha256;
}

/** Null while the hub has none, or gives no answer. Never rejects. */
export async function askForReleaseKey(hub: HubAccess): Promise<ReleaseKey | null> {
  const answer = await get(hub, `/v1/kiosks/${hub.kiosk}/release-key`, KEY_LIMIT_BYTES);
  if (answer?.status !== 200 || answer.bytes === null) return null;
  return reading(ReleaseKeyOffer).safeParse(parseJson(answer.bytes.toString('utf8'))).data?.key ?? null;
}

/** False when the hub did not take it. Never rejects. */
export async function tellHub(hub: HubAccess, report: ReleaseReport): Promise<boolean> {
  const answer = await ask(hub, `/v1/kiosks/${hub.kiosk}/report`, KEY_LIMIT_BYTES, JSON.stringify(report));
  return answer?.status === 204;
}

interface HubAnswer {
  readonly status: number;
  /** Null when there is more than the limit. */
  readonly bytes: Buffer | null;
}

function get(
  hub: HubAccess,
  address: string,
  limitBytes: number,
  withinMs: number = REQUEST_MS,
): Promise<HubAnswer | null> {
  return ask(hub, address, limitBytes, null, withinMs);
}

/** `body` is JSON to post; null to get. */
async function ask(
  hub: HubAccess,
  address: string,
  limitBytes: number,
  body: string | null,
  withinMs: number = REQUEST_MS,
): Promise<HubAnswer | null> {
  const late = new AbortController();
  const cancel = hub.clock.after(withinMs, () => {
    late.abort();
  });
  try {
    const signal = AbortSignal.any([hub.signal, late.signal]);
    const init =
      body === null
        ? { method: 'GET' as const, signal }
        : { method: 'POST' as const, headers: { 'content-type': 'application/json' }, body, signal };
    const response = await hub.fetch(new URL(address, hub.hubUrl).href, init);
    return { status: response.status, bytes: await readLimitedBytes(response, limitBytes) };
  } catch {
    return null;
  } finally {
    cancel();
    late.abort();
  }
}

/** Undefined for what is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
