/** A citizen's question to the hub: answered with data, or with one of two names for why not; nothing of it is kept. */
import type { Clock } from '#contract/clock.ts';
import { foundAs } from '#contract/found.ts';
import type { KioskId } from '#contract/ids.ts';
import { parseJson } from '#contract/json.ts';
import { type Lookup, type LookupFault, type LookupPort, LookupReply } from '#contract/lookup.ts';
import { reading } from '#contract/message.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { NotEnrolled, type SignedFetch } from '../identity/signed-fetch.ts';
import { readLimited } from './read-limited.ts';

export interface LookupLine {
  readonly hubUrl: string;
  readonly kiosk: KioskId;
  readonly clock: Clock;
  readonly fetch: SignedFetch;
}

/** Twice what a hub takes from whoever keeps the data; fifty cases in two languages are some 40 KB. */
const REPLY_LIMIT_BYTES = 256 * 1024;

export function lookupClient({ hubUrl, kiosk, clock, fetch }: LookupLine): LookupPort {
  const url = `${hubUrl.replace(/\/+$/, '')}/v1/kiosks/${kiosk}/lookups`;
  return {
    find: async (lookup, { timeoutMs }) => {
      const deadline = new AbortController();
      const cancelDeadline = clock.after(timeoutMs, () => {
        deadline.abort();
      });
      const ask = (): Promise<Response> =>
        fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify(lookup),
          redirect: 'error',
          signal: deadline.signal,
        });
      try {
        const response = await ask().catch((error: unknown) => {
          if (error instanceof NotEnrolled || deadline.signal.aborted) throw error;
          // A connection that was kept open may have been closed at the other end just now: a question may be asked twice.
          return ask();
        });
        const text = await readLimited(response, REPLY_LIMIT_BYTES);
        return response.status === 200 && text !== null ? parseReply(text, lookup) : fail('hub.refused');
      } catch (error) {
        return fail(error instanceof NotEnrolled ? 'hub.refused' : 'hub.away');
      } finally {
        cancelDeadline();
      }
    },
  };
}

/** An answer to something else, or of other types than were wanted, is no answer. */
function parseReply(text: string, asked: Lookup): Result<LookupReply, LookupFault> {
  const { data: reply } = reading(LookupReply).safeParse(parseJson(text));
  if (reply?.lookup !== asked.lookup) return fail('hub.refused');
  if (reply.lookup !== 'source' || asked.lookup !== 'source') return ok(reply);
  const found = foundAs(asked.wanted).nullable().safeParse(reply.found);
  if (reply.source !== asked.source || !found.success) return fail('hub.refused');
  return ok({ ...reply, found: found.data });
}
