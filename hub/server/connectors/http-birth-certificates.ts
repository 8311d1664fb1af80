/** Birth certificates over HTTP: one POST with number and mother, answered with the certificate or null. */
import { z } from 'zod';
import type { Clock } from '#contract/clock.ts';
import { BirthCertificate } from '#contract/lookup.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { BirthCertificates, ConnectorFault } from './birth-certificates.ts';

/** A kiosk's citizen is waiting meanwhile. */
const PATIENCE_MS = 5_000;
/** One certificate is some hundred bytes. */
const LONGEST_ANSWER = 64 * 1024;

const Answer = z.strictObject({ certificate: BirthCertificate.nullable() });

/** `url` takes the POST. Numbers travel in the body: an address ends up in logs. */
export function httpBirthCertificates(url: string, clock: Clock): BirthCertificates {
  return {
    async find(number, motherIdNumber) {
      const stop = new AbortController();
      const cancel = clock.after(PATIENCE_MS, () => stop.abort());
      try {
        return await ask(url, JSON.stringify({ number, motherIdNumber }), stop.signal);
      } catch {
        return fail('away');
      } finally {
        cancel();
      }
    },
  };
}

/** Rejects when there is no answer, or no whole one. */
async function ask(
  url: string,
  body: string,
  signal: AbortSignal,
): Promise<Result<BirthCertificate | null, ConnectorFault>> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
  const text = await readText(response);
  if (!response.ok || text === null) return fail('odd');
  const answer = Answer.safeParse(parseJson(text));
  return answer.success ? ok(answer.data.certificate) : fail('odd');
}

/** Null for more than anybody needs to say about one certificate. */
async function readText(response: Response): Promise<string | null> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LONGEST_ANSWER) return null;
  }
  return text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
