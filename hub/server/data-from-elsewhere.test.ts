/** What others keep of a citizen, through the hub: what was wanted and nothing more, or no answer; never a wrong one. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { KioskId, SourceId } from '#contract/ids.ts';
import { LookupReply } from '#contract/lookup.ts';
import { BIRTHS } from '#fixtures/elsewhere/offices/births.ts';
import { connectorsAt } from '#fixtures/elsewhere/connectors.table.ts';
import { startElsewhere, type Elsewhere } from '#fixtures/elsewhere/start-elsewhere.ts';
import { testClock } from '#fixtures/hub/test-clock.ts';
import { faultOf, openTestHub, postSigned, type TestHub } from '#fixtures/hub/test-hub.ts';
import { withCircuit } from './connectors/circuit.ts';
import { httpConnector } from './connectors/http-connector.ts';
import { startHub } from './start-hub.ts';

let hall: TestHub;
let elsewhere: Elsewhere;
const logged: string[] = [];
const opened: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  hall = await openTestHub();
  elsewhere = await startElsewhere(hall.clock);
});
afterAll(async () => {
  await elsewhere.close();
  await hall.close();
});
afterEach(async () => {
  elsewhere.behave('itself');
  logged.length = 0;
  for (const close of opened.splice(0).toReversed()) await close();
});

const kiosk = KioskId.parse(randomUUID());
const [child] = BIRTHS;
const wanted = { fields: { childName: 'text', childBirthDate: 'day' }, rows: null } as const;
const asked = {
  lookup: 'source',
  source: 'birthRecord',
  connector: 'health',
  idNumber: child.motherIdNumber,
  sent: { birthCertificate: child.number },
  wanted,
} as const;

/** A hub that was told where somebody is. */
async function hubThatKnows(url: string): Promise<{ url: string }> {
  const hub = await startHub({
    database: { url: hall.hub.databaseUrl },
    keyFolder: hall.keyFolder,
    host: '127.0.0.1',
    port: 0,
    consoleFolder: null,
    config: connectorsAt(url),
    clock: testClock(),
    log: (event, detail) => logged.push(JSON.stringify([event, detail])),
  });
  opened.push(() => hub.close());
  return hub;
}

async function ask(hub: { readonly url: string }, lookup: unknown): Promise<Response> {
  return await postSigned(hub.url, kiosk, `/v1/kiosks/${kiosk}/lookups`, JSON.stringify(lookup));
}

async function find(hub: { readonly url: string }, lookup: unknown): Promise<LookupReply> {
  return LookupReply.parse(await (await ask(hub, lookup)).json());
}

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

/** Somebody who answers every question alike. */
async function somebodyWhoSays(status: number, answer: unknown): Promise<string> {
  const body = typeof answer === 'string' ? answer : JSON.stringify(answer);
  return await serve((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', location: elsewhere.url }).end(body);
  });
}

test('what is kept of a citizen comes as it was wanted, and nothing besides', async () => {
  const hub = await hubThatKnows(`${elsewhere.url}/`);
  expect(await find(hub, asked)).toEqual({
    lookup: 'source',
    source: 'birthRecord',
    found: { fields: { childName: child.childName, childBirthDate: child.childBirthDate }, rows: [] },
  });
  expect(elsewhere.asked.at(-1)).toEqual({
    source: 'birthRecord',
    idNumber: child.motherIdNumber,
    sent: { birthCertificate: child.number },
  });
});

test.each([
  ['another citizen asks', { ...asked, idNumber: '990199199209090045' }],
  ['there is none', { ...asked, sent: { birthCertificate: 'Z990999999' } }],
])('when %s, nothing is told, and not why', async (_, lookup) => {
  const hub = await hubThatKnows(elsewhere.url);
  expect(await find(hub, lookup)).toEqual({ lookup: 'source', source: 'birthRecord', found: null });
});

const full = { childName: '林知夏', childBirthDate: '2026-11-02' };
const says = (fields: unknown, rows?: unknown) => ({ idNumber: asked.idNumber, found: { fields, rows } });

test.each([
  ['fails', 500, says(full), 'status 500'],
  ['finds no such source', 404, { found: null }, 'status 404'],
  ['sends the hub elsewhere', 307, '', ''],
  ['talks nonsense', 200, '<html>', ''],
  ['says nothing', 200, '', ''],
  ['says half of it', 200, says({ childName: '林知夏' }), 'found.fields.childBirthDate'],
  ['says a day that there is not', 200, says({ ...full, childBirthDate: '2026-02-30' }), 'found.fields.childBirthDate'],
  ['says a number for a name', 200, says({ ...full, childName: 7 }), 'found.fields.childName'],
  ['says more than anybody can read', 200, says({ ...full, childName: 'x'.repeat(501) }), 'found.fields.childName'],
  ['does not say whose it is', 200, { found: { fields: full } }, 'idNumber'],
  ['never stops talking', 200, `"${'x'.repeat(200_000)}"`, 'length'],
])('a connector that %s is no answer', async (_how, status, answer, at) => {
  const hub = await hubThatKnows(await somebodyWhoSays(status, answer));
  expect(await faultOf(await ask(hub, asked))).toEqual({ status: 503, code: 'hub.refused' });
  expect(logged.at(-1)).toContain(at === '' ? 'lookup.ended' : `"ended":"odd","at":"${at}"`);
});

test.each(['away', 'refuses', 'garbage', 'huge', 'mixedUp'] as const)(
  'the demo connector can be made to answer like one that is %s: no answer',
  async (manner) => {
    const hub = await hubThatKnows(elsewhere.url);
    elsewhere.behave(manner);
    expect(await faultOf(await ask(hub, asked))).toEqual({ status: 503, code: 'hub.refused' });
    elsewhere.behave('itself');
    expect(await find(hub, asked)).toMatchObject({ found: { fields: { childName: child.childName } } });
  },
);

test('what can not be seen is left out of words; a text or a day that is not there is empty', async () => {
  const padded = { ...full, childName: '\u202E林知夏\u0000\u200B　', childBirthDate: null, constructor: 'not wanted' };
  const hub = await hubThatKnows(await somebodyWhoSays(200, says(padded, [{ any: 1 }])));
  expect(await find(hub, asked)).toMatchObject({ found: { fields: { ...full, childBirthDate: '' }, rows: [] } });
});

test.each(['text', 'day', 'money', 'number', 'yesNo'] as const)(
  'a %s that is not there is told, not guessed',
  async (type) => {
    const hub = await hubThatKnows(await somebodyWhoSays(200, says({})));
    const lookup = { ...asked, wanted: { fields: { constructor: type }, rows: null } };
    expect((await ask(hub, lookup)).status).toBe(503);
  },
);

test('rows come as they were wanted, and no more than 200', async () => {
  const rows = { month: 'text', amount: 'money' } as const;
  const lookup = { ...asked, wanted: { fields: {}, rows } };
  const row = (amount: number) => ({ month: '2026-10', amount, note: '不外传' });
  const answered = async (amounts: readonly number[]) =>
    ask(await hubThatKnows(await somebodyWhoSays(200, says({}, amounts.map(row)))), lookup);
  expect(await (await answered([1, 2])).json()).toMatchObject({
    found: {
      rows: [
        { month: '2026-10', amount: 1 },
        { month: '2026-10', amount: 2 },
      ],
    },
  });
  expect((await answered(Array.from({ length: 201 }, () => 1))).status).toBe(503);
  expect((await answered([1.5])).status).toBe(503);
});

test('nothing of a citizen is logged, found or not', async () => {
  const hub = await hubThatKnows(elsewhere.url);
  await find(hub, asked);
  elsewhere.behave('garbage');
  await ask(hub, asked);
  expect(logged.some((line) => line.includes('"source":"birthRecord"'))).toBe(true);
  for (const secret of [asked.idNumber, child.number, child.childName]) expect(logged.join()).not.toContain(secret);
});

test.each([
  ['nobody by that name', { ...asked, connector: 'nobody' }, 503],
  ['a source that is a way out', { ...asked, source: '../admin' }, 400],
  ['a field that is no name', { ...asked, wanted: { fields: { not_a_name: 'text' }, rows: null } }, 400],
  [
    'too many answers',
    { ...asked, sent: Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`a${i}`, 'x'])) },
    400,
  ],
])('%s is asked nothing', async (_, lookup, status) => {
  const before = elsewhere.asked.length;
  expect((await ask(await hubThatKnows(elsewhere.url), lookup)).status).toBe(status);
  expect(elsewhere.asked.length).toBe(before);
});

const question = { source: SourceId.parse('birthRecord'), idNumber: '1', sent: {}, wanted };

test('a connector that never answers is given up after its time', async () => {
  const later: (() => void)[] = [];
  const waited: number[] = [];
  const url = await serve(() => later.splice(0).forEach((then) => then()));
  const after = (ms: number, then: () => void) => {
    waited.push(ms);
    later.push(then);
    return () => {};
  };
  const silent = httpConnector({ url, timeoutMs: 5_000 }, { ...testClock(), after });
  expect(await silent.find(question)).toEqual({ ok: false, fault: { code: 'away' } });
  expect(waited).toEqual([5_000]);
});

test('after three silences nobody waits any more; after a while one tries, and then all may ask again', async () => {
  const clock = testClock();
  let there = false;
  let tries = 0;
  const find = () => {
    tries += 1;
    return Promise.resolve(
      there ? ({ ok: true, value: null } as const) : ({ ok: false, fault: { code: 'away' } } as const),
    );
  };
  const connector = withCircuit({ find }, clock);
  for (let n = 0; n < 5; n += 1) expect((await connector.find(question)).ok).toBe(false);
  expect(tries).toBe(3);
  clock.advance(20_000);
  there = true;
  const [first, meanwhile] = await Promise.all([connector.find(question), connector.find(question)]);
  expect([first.ok, meanwhile.ok, tries]).toEqual([true, false, 4]);
  expect((await connector.find(question)).ok).toBe(true);
});
