/** What a citizen learns at a kiosk: how my cases stand, and what the hospital has of my child; nothing of anybody else. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { KioskId } from '#contract/ids.ts';
import { LookupReply } from '#contract/lookup.ts';
import { BIRTHS } from '#fixtures/elsewhere/births.ts';
import { startHospital, type Hospital } from '#fixtures/elsewhere/start-hospital.ts';
import { caseNumber, submittedCase } from '#fixtures/hub/invented-case.ts';
import { sealedOutbox } from '#fixtures/hub/sealed-outbox.ts';
import { testClock } from '#fixtures/hub/test-clock.ts';
import { faultOf, openTestHub, postSigned, type TestHub } from '#fixtures/hub/test-hub.ts';
import { httpBirthCertificates } from './connectors/http-birth-certificates.ts';
import { startHub, type Hub } from './start-hub.ts';

let hall: TestHub;
let hospital: Hospital;
beforeAll(async () => {
  hall = await openTestHub();
  hospital = await startHospital();
});
afterAll(async () => {
  await hospital.close();
  await hall.close();
});

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

const kiosk = KioskId.parse(randomUUID());
const [child, otherChild] = BIRTHS;
if (child === undefined || otherChild === undefined) throw new Error('the hospital knows too few children');

async function ask(hub: Pick<Hub, 'url'>, lookup: unknown): Promise<Response> {
  return await postSigned(hub.url, kiosk, `/v1/kiosks/${kiosk}/lookups`, JSON.stringify(lookup));
}

async function find(hub: Pick<Hub, 'url'>, lookup: unknown): Promise<LookupReply> {
  return LookupReply.parse(await (await ask(hub, lookup)).json());
}

/** A second hub on the same database, told where the hospital is. */
async function hubThatKnows(birthCertificates: string): Promise<Hub> {
  const database = { url: hall.hub.databaseUrl };
  const clock = testClock();
  const elsewhere = { birthCertificates };
  const { keyFolder } = hall;
  const options = { database, keyFolder, host: '127.0.0.1', port: 0, consoleFolder: null, clock, log: () => {} };
  const hub = await startHub({ ...options, elsewhere });
  opened.push(() => hub.close());
  return hub;
}

/** Somebody who answers every question alike. */
async function somebodyWhoSays(status: number, body: string): Promise<string> {
  const server: Server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', location: hospital.url }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return addressOf(server);
}

function addressOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
}

async function submit(sequence: number, idNumber: string): Promise<void> {
  const outbox = sealedOutbox(hall.hub.sealingKey);
  const applicant = { ...submittedCase(sequence).applicant, idNumber };
  await hall.send(outbox, await outbox.add(submittedCase(sequence, { applicant })));
  hall.clock.advance(1_000);
}

async function decide(sequence: number, action: unknown): Promise<void> {
  hall.clock.advance(1_000);
  await fetch(`${hall.hub.url}/v1/cases/${caseNumber(sequence)}/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(action),
  });
}

test('my cases from every kiosk, the newest first, with what the desk did; nobody else’s', async () => {
  const mine = '99019919550308002X';
  await submit(1, mine);
  await submit(2, '990199195503080033');
  await submit(3, mine);
  await decide(1, { kind: 'return', reason: '缺少照片' });
  const returnedAt = hall.clock.now();
  const reply = await find(hall.hub, { lookup: 'progress', idNumber: mine.toLowerCase() });
  expect(reply).toMatchObject({
    lookup: 'progress',
    cases: [
      { caseNumber: caseNumber(3), state: 'received', reason: null },
      { caseNumber: caseNumber(1), state: 'returned', changedAt: returnedAt, reason: '缺少照片' },
    ],
  });
});

test('who has no case learns that, and nothing else', async () => {
  const reply = await find(hall.hub, { lookup: 'progress', idNumber: '990199200001010019' });
  expect(reply).toEqual({ lookup: 'progress', cases: [] });
});

test('beside a case lies no number in clear, only a mark that a stranger can not make', async () => {
  const idNumber = '990199196001010017';
  await submit(4, idNumber);
  const rows = await hall.database
    .selectFrom('case_file')
    .select(['person', 'applicant'])
    .where('case_number', '=', caseNumber(4))
    .execute();
  expect(rows[0]?.person).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(rows)).not.toContain(idNumber);
  await hall.database.updateTable('person_key').set({ secret: 'bm90IHRoZSBzYW1l' }).execute();
  const other = await hubThatKnows(hospital.url);
  expect(await find(other, { lookup: 'progress', idNumber })).toEqual({ lookup: 'progress', cases: [] });
});

test('a case from before there were marks is found after the hub was started again', async () => {
  const idNumber = '990199196202020028';
  await submit(5, idNumber);
  await hall.database.updateTable('case_file').set({ person: null }).execute();
  const again = await hubThatKnows(hospital.url);
  const reply = await find(again, { lookup: 'progress', idNumber });
  expect(reply).toMatchObject({ cases: [{ caseNumber: caseNumber(5) }] });
});

test('the mother gets her child’s certificate, as the hospital has it', async () => {
  const hub = await hubThatKnows(hospital.url);
  const asked = { lookup: 'birthCertificate', number: child.number, idNumber: child.motherIdNumber };
  expect(await find(hub, asked)).toEqual({ lookup: 'birthCertificate', certificate: child });
  expect(hospital.asked.at(-1)).toEqual({ number: child.number, motherIdNumber: child.motherIdNumber });
});

test.each([
  ['somebody else’s child', { number: otherChild.number, idNumber: child.motherIdNumber }],
  ['a number that no certificate has', { number: 'Z000000000', idNumber: child.motherIdNumber }],
])('%s and the other can not be told apart', async (_what, asked) => {
  const hub = await hubThatKnows(hospital.url);
  const reply = await find(hub, { lookup: 'birthCertificate', ...asked });
  expect(reply).toEqual({ lookup: 'birthCertificate', certificate: null });
});

test.each([
  ['another mother’s child', { ...otherChild, number: child.number }],
  ['another of her children', { ...otherChild, motherIdNumber: child.motherIdNumber }],
])('a hospital that gives out %s does not get it past the hub', async (_what, certificate) => {
  const hub = await hubThatKnows(await somebodyWhoSays(200, JSON.stringify({ certificate })));
  const asked = { lookup: 'birthCertificate', number: child.number, idNumber: child.motherIdNumber };
  expect(await find(hub, asked)).toEqual({ lookup: 'birthCertificate', certificate: null });
});

test.each([
  ['fails', 500, '{"certificate":null}'],
  ['sends the hub elsewhere', 307, ''],
  ['talks nonsense', 200, '<html>'],
  ['says half of it', 200, JSON.stringify({ certificate: { number: 'Z990000018' } })],
  ['never stops talking', 200, `"${'x'.repeat(100_000)}"`],
])('a hospital that %s is no answer', async (_how, status, body) => {
  const hub = await hubThatKnows(await somebodyWhoSays(status, body));
  const asked = { lookup: 'birthCertificate', number: child.number, idNumber: child.motherIdNumber };
  expect(await faultOf(await ask(hub, asked))).toEqual({ status: 503, code: 'hub.refused' });
});

test('a hospital that never answers is given up when the citizen has waited long enough', async () => {
  const silent = createServer(() => {});
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  opened.push(async () => {
    silent.closeAllConnections();
    await new Promise((done) => silent.close(done));
  });
  const waited: number[] = [];
  const later: (() => void)[] = [];
  silent.on('request', () => later.splice(0).forEach((then) => then()));
  const clock = {
    ...testClock(),
    after: (ms: number, then: () => void) => {
      waited.push(ms);
      later.push(then);
      return () => {};
    },
  };
  const found = await httpBirthCertificates(addressOf(silent), clock).find(child.number, child.motherIdNumber);
  expect(found).toEqual({ ok: false, fault: 'away' });
  expect(waited).toEqual([5_000]);
});

test('nobody there, and nobody known, is no answer either', async () => {
  const asked = { lookup: 'birthCertificate', number: child.number, idNumber: child.motherIdNumber };
  const gone = await startHospital();
  await gone.close();
  const hub = await hubThatKnows(gone.url);
  expect(await faultOf(await ask(hub, asked))).toEqual({ status: 503, code: 'hub.refused' });
  expect(await faultOf(await ask(hall.hub, asked))).toEqual({ status: 503, code: 'hub.refused' });
});

test.each([
  [{}],
  [{ lookup: 'salary', idNumber: '1' }],
  [{ lookup: 'progress' }],
  [{ lookup: 'progress', idNumber: '' }],
])('%j is nothing to look up', async (lookup) => {
  expect(await faultOf(await ask(hall.hub, lookup))).toEqual({ status: 400, code: 'lookup.malformed' });
});

test('a hub is not started to send citizens’ numbers about in clear', async () => {
  await expect(hubThatKnows('http://hospital.example/birth-certificates')).rejects.toThrow('https://');
  await expect(hubThatKnows('http://127.0.0.1@hospital.example/')).rejects.toThrow('https://');
});
