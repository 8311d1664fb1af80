/** Listens in every answer of the hub to what time it is there. */
import type { SignedFetch } from '../identity/signed-fetch.ts';

/** The line is HTTPS: nobody else can say it. `heard` gets wall time in ms, exact to a second and the way back. */
export function hearTime(fetch: SignedFetch, heard: (now: number) => void): SignedFetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    const at = Date.parse(response.headers.get('date') ?? '');
    if (response.ok && !Number.isNaN(at)) heard(at);
    return response;
  };
}
