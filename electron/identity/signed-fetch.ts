/** `fetch` for everything a kiosk asks of its hub: signed, and right even when the kiosk's clock is wrong. */
import { HubFault } from '#contract/hub-api.ts';
import { KioskRefusal } from '#contract/hub-enrolment.ts';
import type { Clock } from '#contract/clock.ts';
import { reading } from '#contract/message.ts';
import { readLimited } from '../sync/read-limited.ts';
import { signRequest, type SigningKey } from './sign-request.ts';

export interface SignedInit {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly redirect?: 'error';
  readonly signal?: AbortSignal;
}

/** Rejects with NotEnrolled while the hub doesn't know this kiosk, otherwise as `fetch` does. Follows no redirect. */
export type SignedFetch = (url: string, init: SignedInit) => Promise<Response>;

export class NotEnrolled extends Error {
  constructor() {
    super('the hub does not know this kiosk yet');
  }
}

export interface SignedFetchNeeds {
  readonly clock: Clock;
  readonly key: () => SigningKey | null;
  /** Hears why the hub did not believe a signature; null when it did. */
  readonly noted: (refusal: KioskRefusal | null) => void;
}

export interface SignedLine {
  readonly fetch: SignedFetch;
  /** Tells it the hub's wall time in ms, now. */
  setHubTime(hubTime: number): void;
}

const FAULT_LIMIT_BYTES = 16 * 1024;

export function makeSignedLine({ clock, key, noted }: SignedFetchNeeds): SignedLine {
  /** How far the hub's clock is ahead of ours. */
  let aheadMs = 0;
  const setHubTime = (hubTime: number): void => {
    aheadMs = hubTime - clock.now();
  };
  const send = async (url: string, init: SignedInit): Promise<Response> => {
    const signing = key();
    if (signing === null) throw new NotEnrolled();
    const { method, body = '', headers } = init;
    const signed = signRequest({ method, url, body }, signing, clock.now() + aheadMs);
    return await fetch(url, { ...init, headers: { ...headers, ...signed }, redirect: 'error' });
  };
  return {
    setHubTime,
    fetch: async (url, init) => {
      const first = await read(await send(url, init));
      const answer = first.hubTime === null ? first : await again(first.hubTime, url, init);
      noted(answer.refusal);
      return answer.response;
    },
  };

  /** Once only: a hub that finds our time wrong again is asked again with the next request. */
  async function again(hubTime: number, url: string, init: SignedInit): Promise<ReadAnswer> {
    setHubTime(hubTime);
    return await read(await send(url, init));
  }
}

interface ReadAnswer {
  readonly response: Response;
  readonly refusal: KioskRefusal | null;
  /** With `signature.old` only. */
  readonly hubTime: number | null;
}

async function read(response: Response): Promise<ReadAnswer> {
  if (response.status !== 401) return { response, refusal: null, hubTime: null };
  const text = (await readLimited(response, FAULT_LIMIT_BYTES)) ?? '';
  const { code, hubTime } = faultIn(text);
  const refusal = KioskRefusal.safeParse(code).data ?? null;
  const unread = new Response(text, { status: response.status, headers: response.headers });
  return { response: unread, refusal, hubTime: refusal === 'signature.old' ? (hubTime ?? null) : null };
}

/** Nothing but a HubFault is believed. */
export function faultIn(text: string): Partial<HubFault['fault']> {
  try {
    return reading(HubFault).parse(JSON.parse(text)).fault;
  } catch {
    return {};
  }
}
