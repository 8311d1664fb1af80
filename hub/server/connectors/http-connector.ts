/** A connector over HTTP (docs/connectors.md): `POST <url>/sources/<source>` with number and answers, answered with what was found. */
import { z } from 'zod';
import type { Clock } from '#contract/clock.ts';
import { foundAs } from '#contract/found.ts';
import type { ConnectorConfig } from '#contract/hub-config.ts';
import { parseJson } from '#contract/json.ts';
import { fail, ok } from '#contract/result.ts';
import type { Connector, Question } from './connector.ts';

type Answer = Awaited<ReturnType<Connector['find']>>;

/** 200 rows of a few hundred bytes, and no more than a kiosk takes. */
const LONGEST_ANSWER_BYTES = 128 * 1024;

/** Numbers travel in the body: an address ends up in logs. */
export function httpConnector({ url, timeoutMs }: ConnectorConfig, clock: Clock): Connector {
  const base = url.replace(/\/+$/, '');
  return {
    async find(question) {
      const stop = new AbortController();
      const cancel = clock.after(timeoutMs, () => stop.abort());
      try {
        return await ask(`${base}/sources/${question.source}`, question, stop.signal);
      } catch {
        return fail({ code: 'away' });
      } finally {
        cancel();
      }
    },
  };
}

/** Rejects when there is no answer, or no whole one. */
async function ask(url: string, { idNumber, sent, wanted }: Question, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ idNumber, sent }),
    signal,
    redirect: 'error',
  });
  const text = await readText(response);
  if (response.status !== 200) return fail({ code: 'odd', at: `status ${response.status}` });
  if (text === null) return fail({ code: 'odd', at: 'length' });
  const answer = z.object({ idNumber: z.string(), found: foundAs(wanted).nullable() }).safeParse(parseJson(text));
  if (!answer.success) return fail({ code: 'odd', at: answer.error.issues[0]?.path.join('.') ?? '' });
  // Whoever mixes up two people must not be believed: the answer says whose it is.
  if (!sameNumber(answer.data.idNumber, idNumber)) return fail({ code: 'odd', at: 'idNumber' });
  return ok(answer.data.found);
}

/** Null for more than anybody needs to say about one person. */
async function readText(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > LONGEST_ANSWER_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function sameNumber(one: string, other: string): boolean {
  return one.trim().toUpperCase() === other.trim().toUpperCase();
}
