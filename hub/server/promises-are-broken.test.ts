/** The list of broken promises: the desk enters and lifts, kiosks are told, and it stays on record who did what and why. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KioskId } from '#contract/ids.ts';
import { LookupReply, type Barred } from '#contract/lookup.ts';
import { BrokenPromise, PromiseList } from '#contract/promise-list.ts';
import type { CaseSubmitted } from '#contract/record.ts';
import { caseNumber, SIGNED_PROMISE, submittedCase } from '#fixtures/hub/invented-case.ts';
import { sealedOutbox } from '#fixtures/hub/sealed-outbox.ts';
import { faultOf, openTestHub, postSigned, type TestHub } from '#fixtures/hub/test-hub.ts';

let hall: TestHub;
beforeAll(async () => {
  hall = await openTestHub();
});
afterAll(() => hall.close());

const kiosk = KioskId.parse(randomUUID());
const DAY_MS = 86_400_000;
let cases = 0;

/** A case of a citizen of its own, who gave a promise in it. */
async function newCase(idNumber: string, promises: CaseSubmitted['promises'] = [SIGNED_PROMISE]): Promise<string> {
  cases += 1;
  const outbox = sealedOutbox(hall.hub.sealingKey);
  const applicant = { ...submittedCase(cases).applicant, idNumber };
  await hall.send(outbox, await outbox.add(submittedCase(cases, { applicant, promises })));
  return caseNumber(cases);
}

async function post(path: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return await fetch(`${hall.hub.url}/v1/broken-promises${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
}

const entry = { reason: '承诺的住所证明经核查不实', bars: 'everything', until: null };

async function enter(number: string, changes: object = {}): Promise<BrokenPromise> {
  return BrokenPromise.parse(await (await post('', { caseNumber: number, ...entry, ...changes })).json());
}

async function list(query = ''): Promise<readonly BrokenPromise[]> {
  return PromiseList.parse(await (await fetch(`${hall.hub.url}/v1/broken-promises${query}`)).json()).promises;
}

async function barred(idNumber: string, about = 'residence-permit'): Promise<Barred | null> {
  const body = JSON.stringify({ lookup: 'promiseList', idNumber, about });
  const reply = LookupReply.parse(
    await (await postSigned(hall.hub.url, kiosk, `/v1/kiosks/${kiosk}/lookups`, body)).json(),
  );
  return reply.lookup === 'promiseList' ? reply.barred : expect.fail('another answer');
}

test('a promise found untrue bars this citizen and nobody else, until it is lifted', async () => {
  const mine = '990199198001010017';
  const number = await newCase(mine);
  expect(await barred(mine)).toBeNull();
  const entered = await enter(number);
  const title = submittedCase(1).title;
  expect(await barred(mine.toLowerCase())).toEqual({ about: title, since: '2026-11-20', until: null });
  expect(await barred('990199198001010025')).toBeNull();

  const lifted = await post(`/${entered.id}/lift`, { reason: '复核后证实无误' });
  expect(BrokenPromise.parse(await lifted.json()).lifted).toMatchObject({ who: 'desk', reason: '复核后证实无误' });
  expect(await barred(mine)).toBeNull();
  expect(await list(`?caseNumber=${number}`)).toMatchObject([
    { caseNumber: number, applicant: '林*英', entered: { who: 'desk', reason: entry.reason }, lifted: { who: 'desk' } },
  ]);
});

test('one that bars one service leaves the others open, and one with a last day ends with it', async () => {
  const mine = '990199198101010012';
  const until = new Date(hall.clock.now() + DAY_MS).toISOString().slice(0, 10);
  await enter(await newCase(mine), { bars: 'service', until });
  expect(await barred(mine, 'residence-permit')).toBeNull();
  expect(await barred(mine, 'senior-card')).toMatchObject({ until });
  hall.clock.advance(DAY_MS);
  expect(await barred(mine, 'senior-card')).toMatchObject({ until });
  hall.clock.advance(DAY_MS);
  expect(await barred(mine, 'senior-card')).toBeNull();
});

test('of several the one that lasts longest is told', async () => {
  const mine = '990199198201010028';
  await enter(await newCase(mine), { until: '2099-01-01' });
  await enter(await newCase(mine));
  await enter(await newCase(mine), { until: '2098-01-01' });
  expect(await barred(mine)).toMatchObject({ until: null });
});

test('entered twice at once it is there once; lifted twice it stays as it was lifted first', async () => {
  const number = await newCase('990199198301010023');
  const [one, other] = await Promise.all([enter(number), enter(number)]);
  expect(one).toEqual(other);
  const firstLift = await (await post(`/${one.id}/lift`, { reason: '一' })).json();
  expect(await (await post(`/${one.id}/lift`, { reason: '二' })).json()).toEqual(firstLift);
  const again = await enter(number);
  expect(again.id).not.toBe(one.id);
  expect(await list(`?caseNumber=${number}`)).toHaveLength(2);
});

test('nothing of whose promise it was lies in clear in the list', async () => {
  const idNumber = '990199198401010039';
  await enter(await newCase(idNumber));
  const rows = await hall.database.selectFrom('broken_promise').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(idNumber);
  expect(JSON.stringify(rows)).not.toContain(submittedCase(1).applicant.name);
});

test('a reason keeps nothing that steers a screen', async () => {
  const { entered } = await enter(await newCase('990199198501010034'), { reason: '不\u202E实\u0007\r\n已核' });
  expect(entered.reason).toBe('不实\n已核');
});

test.each([
  ['no promise at all', []],
  ['one that was declined', [{ ...SIGNED_PROMISE, state: 'declined' as const }]],
  ['one that could not be given', [{ ...SIGNED_PROMISE, state: 'barred' as const }]],
])('a case with %s holds nothing that could be broken', async (_, promises) => {
  const number = await newCase('990199198601010026', promises);
  expect(await faultOf(await post('', { caseNumber: number, ...entry }))).toEqual({
    status: 409,
    code: 'promise.notGiven',
  });
  expect(await list(`?caseNumber=${number}`)).toEqual([]);
});

test.each([
  ['a case that never came', { caseNumber: caseNumber(999), ...entry }, 404, 'case.unknown'],
  ['a number that is none', { caseNumber: '1', ...entry }, 400, 'promise.malformed'],
  ['no reason', { caseNumber: caseNumber(1), ...entry, reason: ' \u202E ' }, 400, 'promise.malformed'],
  ['a day that is over', { caseNumber: caseNumber(1), ...entry, until: '2020-01-01' }, 400, 'promise.malformed'],
  ['somebody named by number', { idNumber: '990199198001010017', ...entry }, 400, 'promise.malformed'],
  ['nothing', null, 400, 'promise.malformed'],
])('%s is not entered', async (_, body, status, code) => {
  const before = (await list()).length;
  expect(await faultOf(await post('', body))).toEqual({ status, code });
  expect(await list()).toHaveLength(before);
});

test.each([
  ['an entry that is not there', `/${randomUUID()}/lift`, { reason: '误录' }, 404, 'promise.unknown'],
  ['an entry that is no name', '/1/lift', { reason: '误录' }, 404, 'promise.unknown'],
])('%s is not lifted', async (_, path, body, status, code) => {
  expect(await faultOf(await post(path, body))).toEqual({ status, code });
});
