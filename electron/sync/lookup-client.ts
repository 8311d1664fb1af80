/** A citizen's question to the hub: answered with data, or with one of two names for why not; nothing of it is kept. */
import type { Clock } from '#contract/clock.ts';
import type { KioskId } from '#contract/ids.ts';
import { type LookupFault, type LookupPort, LookupReply } from '#contract/lookup.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { NotEnrolled, type SignedFetch } from '../identity/signed-fetch.ts';
import { readLimited } from './read-limited.ts';

export interface LookupLine {
  readonly hubUrl: string;
  readonly kiosk: KioskId;
  readonly clock: Clock;
  readonly fetch: SignedFetch;
}

/** Fifty cases in two languages are some 40 KB. */
const REPLY_LIMIT_BYTES = 256 * 1024;

export function lookupClient({ hubUrl, kiosk, clock, fetch }: LookupLine): LookupPort {
  const url = `${hubUrl.replace(/\/+$/, '')}/v1/kiosks/${kiosk}/lookups`;
  return {
    find: async (lookup, { timeoutMs }) => {
      const deadline = new AbortController();
      const cancelDeadline = clock.after(timeoutMs, () => {
        deadline.abort();
      });
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify(lookup),
          redirect: 'error',
          signal: deadline.signal,
        });
        const text = await readLimited(response, REPLY_LIMIT_BYTES);
        return response.status === 200 && text !== null ? parseReply(text) : fail('hub.refused');
      } catch (error) {
        return fail(error instanceof NotEnrolled ? 'hub.refused' : 'hub.away');
      } finally {
        cancelDeadline();
      }
    },
  };
}

function parseReply(text: string): Result<LookupReply, LookupFault> {
  try {
    return ok(LookupReply.parse(JSON.parse(text)));
  } catch {
    return fail('hub.refused');
  }
}
