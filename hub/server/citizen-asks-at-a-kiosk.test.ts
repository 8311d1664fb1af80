/** What a citizen learns at a kiosk: how my cases stand; nothing of anybody else's. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { KioskId } from '#contract/ids.ts';
import { LookupReply } from '#contract/lookup.ts';
import { caseNumber, submittedCase } from '#fixtures/hub/invented-case.ts';
import { sealedOutbox } from '#fixtures/hub/sealed-outbox.ts';
import { testClock } from '#fixtures/hub/test-clock.ts';
import { faultOf, openTestHub, postSigned, type TestHub } from '#fixtures/hub/test-hub.ts';
import { startHub, type Hub } from './start-hub.ts';

let hall: TestHub;
beforeAll(async () => {
  hall = await openTestHub();
});
afterAll(async () => {
  await hall.close();
});

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

const kiosk = KioskId.parse(randomUUID());

async function ask(hub: Pick<Hub, 'url'>, lookup: unknown): Promise<Response> {
  return await postSigned(hub.url, kiosk, `/v1/kiosks/${kiosk}/lookups`, JSON.stringify(lookup));
}

async function find(hub: Pick<Hub, 'url'>, lookup: unknown): Promise<LookupReply> {
  return LookupReply.parse(await (await ask(hub, lookup)).json());
}

/** A second hub on the same database. */
async function otherHub(): Promise<Hub> {
  const database = { url: hall.hub.databaseUrl };
  const clock = testClock();
  const { keyFolder } = hall;
  const options = { database, keyFolder, host: '127.0.0.1', port: 0, consoleFolder: null, clock, log: () => {} };
  const hub = await startHub(options);
  opened.push(() => hub.close());
  return hub;
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
  const other = await otherHub();
  expect(await find(other, { lookup: 'progress', idNumber })).toEqual({ lookup: 'progress', cases: [] });
});

test('a case from before there were marks is found after the hub was started again', async () => {
  const idNumber = '990199196202020028';
  await submit(5, idNumber);
  await hall.database.updateTable('case_file').set({ person: null }).execute();
  const again = await otherHub();
  const reply = await find(again, { lookup: 'progress', idNumber });
  expect(reply).toMatchObject({ cases: [{ caseNumber: caseNumber(5) }] });
});

test.each([
  [{}],
  [{ lookup: 'salary', idNumber: '1' }],
  [{ lookup: 'progress' }],
  [{ lookup: 'progress', idNumber: '' }],
])('%j is nothing to look up', async (lookup) => {
  expect(await faultOf(await ask(hall.hub, lookup))).toEqual({ status: 400, code: 'lookup.malformed' });
});
