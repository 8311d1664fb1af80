/** What staff do with a case: accepted, returned with a reason, completed; each once, each kept. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CaseDetail } from '#contract/hub-api.ts';
import { caseNumber, submittedCase } from '#fixtures/hub/invented-case.ts';
import { sealedOutbox } from '#fixtures/hub/sealed-outbox.ts';
import { faultOf, openTestHub, type TestHub } from '#fixtures/hub/test-hub.ts';

let hall: TestHub;
beforeAll(async () => {
  hall = await openTestHub();
});
afterAll(() => hall.close());

let last = 0;
/** Lets a kiosk submit one more case. */
async function newCase(): Promise<string> {
  last += 1;
  const kiosk = sealedOutbox(hall.hub.sealingKey);
  await hall.send(kiosk, await kiosk.add(submittedCase(last)));
  return caseNumber(last);
}

async function post(number: string, action: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return await fetch(`${hall.hub.url}/v1/cases/${number}/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(action),
  });
}

async function act(number: string, action: unknown): Promise<CaseDetail> {
  hall.clock.advance(60_000);
  return CaseDetail.parse(await (await post(number, action)).json());
}

const deskDid = (detail: CaseDetail): unknown => detail.timeline.filter(({ who }) => who !== undefined);

test('a case is accepted and completed, and its time line says when and by whom', async () => {
  const number = await newCase();
  const accepted = await act(number, { kind: 'accept' });
  expect(accepted.row).toMatchObject({ state: 'accepted', changedAt: hall.clock.now(), reason: null });
  const completed = await act(number, { kind: 'complete' });
  expect(completed.row).toMatchObject({ state: 'completed', changedAt: hall.clock.now(), reason: null });
  expect(deskDid(completed)).toEqual([
    { what: 'accepted', at: hall.clock.now() - 60_000, who: 'desk' },
    { what: 'completed', at: hall.clock.now(), who: 'desk' },
  ]);
});

test.each([
  ['at once', []],
  ['after it was accepted', [{ kind: 'accept' }]],
])('a case is returned %s, and says why in the list and in the time line', async (_when, before) => {
  const number = await newCase();
  for (const action of before) await act(number, action);
  const reason = '照片不清楚，请带近期免冠照片到窗口补交。';
  const returned = await act(number, { kind: 'return', reason });
  expect(returned.row).toMatchObject({ state: 'returned', reason });
  expect(returned.timeline.at(-1)).toEqual({ what: 'returned', at: hall.clock.now(), who: 'desk', reason });
  expect((await hall.cases({ search: number })).cases[0]).toMatchObject({ state: 'returned', reason });
});

test('a double click, and the same request sent again, is one deed', async () => {
  const number = await newCase();
  const replies = await Promise.all([post(number, { kind: 'accept' }), post(number, { kind: 'accept' })]);
  expect(replies.map((reply) => reply.status)).toEqual([200, 200]);
  const again = await act(number, { kind: 'accept' });
  expect(deskDid(again)).toHaveLength(1);
  expect(again.row.changedAt).toBe(hall.clock.now() - 60_000);
});

test('returned twice with different reasons: the first one stands', async () => {
  const number = await newCase();
  await act(number, { kind: 'return', reason: '缺少户口簿' });
  expect(await faultOf(await post(number, { kind: 'return', reason: '缺少照片' }))).toEqual({
    status: 409,
    code: 'case.wrongState',
  });
  expect((await hall.case(number)).row.reason).toBe('缺少户口簿');
});

test('accepted here and returned there at the same moment: both are told how it ended', async () => {
  const number = await newCase();
  await Promise.all([post(number, { kind: 'accept' }), post(number, { kind: 'return', reason: '缺少照片' })]);
  const { row, timeline } = await hall.case(number);
  expect(row.state).toBe('returned');
  expect(timeline.at(-1)?.what).toBe('returned');
});

test.each([
  ['complete what nobody accepted', [], { kind: 'complete' }, 'It is received; to complete it, it must be accepted.'],
  ['accept what was returned', [{ kind: 'return', reason: '缺少照片' }], { kind: 'accept' }, 'It is returned'],
  [
    'return what is completed',
    [{ kind: 'accept' }, { kind: 'complete' }],
    { kind: 'return', reason: '缺' },
    'completed',
  ],
])('nobody can %s', async (_what, before, action, words) => {
  const number = await newCase();
  for (const earlier of before) await act(number, earlier);
  const was = await hall.case(number);
  const refused = await post(number, action);
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain(words);
  expect(await hall.case(number)).toEqual(was);
});

test.each([
  ['nothing', {}],
  ['an unknown kind', { kind: 'delete' }],
  ['a return without a reason', { kind: 'return' }],
  ['a blank reason', { kind: 'return', reason: ' \n ' }],
  ['a reason of nothing that can be seen', { kind: 'return', reason: '\0\u001b\u202e' }],
  ['a reason without end', { kind: 'return', reason: '长'.repeat(501) }],
  ['more than was asked', { kind: 'accept', who: 'mayor' }],
])('%s is refused with words', async (_what, action) => {
  const number = await newCase();
  expect(await faultOf(await post(number, action))).toEqual({ status: 400, code: 'action.malformed' });
  expect((await hall.case(number)).row.state).toBe('received');
});

test('a reason keeps its lines and loses what steers a screen', async () => {
  const number = await newCase();
  const { row } = await act(number, { kind: 'return', reason: '  缺少：\r\n1.\t照片\0\u001b[2J\u202e ' });
  expect(row.reason).toBe('缺少：\n1. 照片[2J');
});

test('a case that is not here, and a number that is none, are told apart', async () => {
  expect(await faultOf(await post(caseNumber(9_999), { kind: 'accept' }))).toEqual({
    status: 404,
    code: 'case.unknown',
  });
  expect(await faultOf(await post(randomUUID(), { kind: 'accept' }))).toEqual({ status: 404, code: 'case.notANumber' });
});

test('a page elsewhere can not act', async () => {
  const number = await newCase();
  const refused = await post(number, { kind: 'accept' }, { 'content-type': 'text/plain' });
  expect(refused.status).toBe(415);
  expect((await hall.case(number)).row.state).toBe('received');
});

test('the list shows only the state that was asked for', async () => {
  const number = await newCase();
  await act(number, { kind: 'accept' });
  const { cases } = await hall.cases({ state: 'accepted' });
  expect(cases.map((row) => row.caseNumber)).toContain(number);
  expect(new Set(cases.map((row) => row.state))).toEqual(new Set(['accepted']));
  expect(await faultOf(await fetch(`${hall.hub.url}/v1/cases?state=lost`))).toEqual({
    status: 400,
    code: 'request.malformed',
  });
});
