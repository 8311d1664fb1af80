/** A question to the hub: an answer is parsed, a refusal and a silent line have their names, and nothing waits for ever. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { ConnectorId, ElementId, KioskId, SourceId } from '#contract/ids.ts';
import type { Lookup } from '#contract/lookup.ts';
import { makeHandClock } from '#fixtures/store/hand-clock.ts';
import { NotEnrolled, type SignedFetch } from '../identity/signed-fetch.ts';
import { lookupClient } from './lookup-client.ts';

const kiosk = KioskId.parse(randomUUID());
const ASKED = { lookup: 'progress', idNumber: '990101195003070012' } as const;
const clock = makeHandClock();

const find = (fetch: SignedFetch, asked: Lookup = ASKED) =>
  lookupClient({ hubUrl: 'http://127.0.0.1:9/', kiosk, clock, fetch }).find(asked, { timeoutMs: 5_000 });

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

const BILL: Lookup = {
  lookup: 'source',
  source: SourceId.parse('waterBill'),
  connector: ConnectorId.parse('district-data'),
  idNumber: ASKED.idNumber,
  sent: { [ElementId.parse('accountNumber')]: '990017' },
  wanted: { fields: { owed: 'money' }, rows: null },
};

test('what was found is handed on as it was wanted', async () => {
  const reply = { lookup: 'source', source: 'waterBill', found: { fields: { owed: 3_550, note: 'x' }, rows: [] } };
  const found = await find(() => Promise.resolve(Response.json(reply)), BILL);
  expect(found).toEqual({ ok: true, value: { ...reply, found: { fields: { owed: 3_550 }, rows: [] } } });
  const nothing = { ...reply, found: null };
  expect(await find(() => Promise.resolve(Response.json(nothing)), BILL)).toEqual({ ok: true, value: nothing });
});

test.each([
  ['another type', { lookup: 'source', source: 'waterBill', found: { fields: { owed: '35.50' }, rows: [] } }],
  ['half of it', { lookup: 'source', source: 'waterBill', found: { fields: {}, rows: [] } }],
  ['another source', { lookup: 'source', source: 'gasBill', found: null }],
  ['something else', { lookup: 'progress', cases: [] }],
])('a hub that answers %s has refused', async (_, reply) => {
  expect(await find(() => Promise.resolve(Response.json(reply)), BILL)).toEqual({ ok: false, fault: 'hub.refused' });
});

test('a connection that was closed just now is no line that is down: the question is asked once more', async () => {
  let asked = 0;
  const found = await find(() => {
    asked += 1;
    return asked === 1
      ? Promise.reject(new TypeError('fetch failed'))
      : Promise.resolve(Response.json({ lookup: 'progress', cases: [] }));
  });
  expect(found).toEqual({ ok: true, value: { lookup: 'progress', cases: [] } });
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
