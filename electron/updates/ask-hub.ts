/** Asks the hub which release this kiosk shall run, and for single files of it. */
import { createHash } from 'node:crypto';
import type { Clock } from '#contract/clock.ts';
import { ReleaseOffer } from '#contract/hub-releases.ts';
import type { KioskId } from '#contract/ids.ts';
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

const OFFER_LIMIT_BYTES = 1024 * 1024;
const REQUEST_MS = 30_000;

/** Null metadata: the hub has nothing for this kiosk. Never rejects. */
export async function askForOffer(hub: HubAccess): Promise<Result<ReleaseOffer, ReleaseRefusal | typeof NO_ANSWER>> {
  const answer = await get(hub, `/v1/kiosks/${hub.kiosk}/release`, OFFER_LIMIT_BYTES);
  if (answer?.status !== 200) return fail(NO_ANSWER);
  if (answer.bytes === null) return fail(refusal('tooLarge', 'metadata'));
  const offer = ReleaseOffer.safeParse(parseJson(answer.bytes.toString('utf8')));
  return offer.success ? ok(offer.data) : fail(refusal('malformed', 'metadata'));
}

/** The bytes of one file, when they are as long as `length` and have the hash. Never rejects. */
export async function askForTarget(
  hub: HubAccess,
  sha256: string,
  length: number,
): Promise<Result<Buffer, ReleaseRefusal | typeof NO_ANSWER>> {
  const answer = await get(hub, `/v1/targets/${sha256}`, length);
  if (answer?.status === 404) return fail(refusal('incomplete', sha256));
  if (answer?.status !== 200) return fail(NO_ANSWER);
  const { bytes } = answer;
  return bytes !== null && isTarget(bytes, sha256, length) ? ok(bytes) : fail(refusal('wrongHash', sha256));
}

export function isTarget(bytes: Buffer, sha256: string, length: number): boolean {
  return bytes.length === length && createHash('sha256').update(bytes).digest('hex') === sha256;
}

interface HubAnswer {
  readonly status: number;
  /** Null when there is more than the limit. */
  readonly bytes: Buffer | null;
}

async function get(hub: HubAccess, address: string, limitBytes: number): Promise<HubAnswer | null> {
  const late = new AbortController();
  const cancel = hub.clock.after(REQUEST_MS, () => {
    late.abort();
  });
  try {
    const signal = AbortSignal.any([hub.signal, late.signal]);
    const response = await hub.fetch(new URL(address, hub.hubUrl).href, { method: 'GET', signal });
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
