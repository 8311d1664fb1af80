/** A question to the hub: an answer is parsed, a refusal and a silent line have their names, and nothing waits for ever. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { KioskId } from '#contract/ids.ts';
import { makeHandClock } from '#fixtures/store/hand-clock.ts';
import { NotEnrolled, type SignedFetch } from '../identity/signed-fetch.ts';
import { lookupClient } from './lookup-client.ts';

const kiosk = KioskId.parse(randomUUID());
const ASKED = { lookup: 'progress', idNumber: '990101195003070012' } as const;
const clock = makeHandClock();

const find = (fetch: SignedFetch) =>
  lookupClient({ hubUrl: 'http://127.0.0.1:9/', kiosk, clock, fetch }).find(ASKED, { timeoutMs: 5_000 });

test('the answer comes from the kiosk’s own address', async () => {
  const urls: string[] = [];
  const found = await find((url, init) => {
    urls.push(`${init.method} ${url}`);
    return Promise.resolve(Response.json({ lookup: 'progress', cases: [] }));
  });
  expect(found).toEqual({ ok: true, value: { lookup: 'progress', cases: [] } });
  expect(urls).toEqual([`POST http://127.0.0.1:9/v1/kiosks/${kiosk}/lookups`]);
});

test.each([
  ['a refusal', () => Promise.resolve(new Response('{}', { status: 401 })), 'hub.refused'],
  ['something that is no answer', () => Promise.resolve(new Response('<html>')), 'hub.refused'],
  ['a kiosk that isn’t enrolled', () => Promise.reject(new NotEnrolled()), 'hub.refused'],
  ['no connection', () => Promise.reject(new TypeError('fetch failed')), 'hub.away'],
] as const)('%s', async (_, answer, fault) => {
  expect(await find(answer)).toEqual({ ok: false, fault });
});

test('a hub that says nothing is given up after its time', async () => {
  const found = find(
    (_, init) =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => {
          reject(new Error('aborted'));
        });
      }),
  );
  (await clock.timer((ms) => ms === 5_000)).fire();
  expect(await found).toEqual({ ok: false, fault: 'hub.away' });
});
