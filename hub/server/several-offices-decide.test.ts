/** 并联: each office's part is moved on its own, the case follows, and the citizen is told of each; 容缺: what is owed until when. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CaseDetail } from '#contract/hub-api.ts';
import type { CaseProgress } from '#contract/hub-desk.ts';
import { OwedList } from '#contract/hub-parts.ts';
import { KioskId } from '#contract/ids.ts';
import { LookupReply } from '#contract/lookup.ts';
import type { CaseSubmitted } from '#contract/record.ts';
import { caseNumber, submittedCase } from '#fixtures/hub/invented-case.ts';
import { LEASE, SITE_PLAN, TWO_OWED, WATER_AND_GAS } from '#fixtures/hub/invented-parts.ts';
import { sealedOutbox } from '#fixtures/hub/sealed-outbox.ts';
import { faultOf, openTestHub, postSigned, type TestHub } from '#fixtures/hub/test-hub.ts';

let hall: TestHub;
beforeAll(async () => {
  hall = await openTestHub();
});
afterAll(() => hall.close());

const kiosk = KioskId.parse(randomUUID());
let last = 0;

async function newCase(changes: Partial<CaseSubmitted>): Promise<string> {
  last += 1;
  const outbox = sealedOutbox(hall.hub.sealingKey);
  await hall.send(outbox, await outbox.add(submittedCase(last, changes)));
  return caseNumber(last);
}

const several = () => newCase({ subCases: WATER_AND_GAS });
const owing = () => newCase({ materials: TWO_OWED });

async function post(number: string, action: unknown): Promise<Response> {
  hall.clock.advance(60_000);
  return await fetch(`${hall.hub.url}/v1/cases/${number}/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(action),
  });
}

async function act(number: string, ...actions: readonly object[]): Promise<CaseDetail> {
  for (const action of actions) expect((await post(number, action)).status).toBe(200);
  return await hall.case(number);
}

async function told(number: string): Promise<CaseProgress | undefined> {
  const lookup = { lookup: 'progress', idNumber: submittedCase(1).applicant.idNumber };
  const path = `/v1/kiosks/${kiosk}/lookups`;
  const reply = LookupReply.parse(await (await postSigned(hall.hub.url, kiosk, path, JSON.stringify(lookup))).json());
  return reply.lookup === 'progress' ? reply.cases.find((each) => each.caseNumber === number) : undefined;
}

const states = ({ row, parts }: CaseDetail) => [row.state, ...parts.map(({ state }) => state)];
const accept = (part: string) => ({ kind: 'acceptPart', part });
const complete = (part: string) => ({ kind: 'completePart', part });
const refusal = (part: string, reason = '缺少规划图') => ({ kind: 'refusePart', part, reason });

test('each part has its office and its day, and the case is done when all of them are', async () => {
  const number = await several();
  const arrived = await hall.case(number);
  expect(arrived.parts).toMatchObject([
    { part: 'water', office: WATER_AND_GAS[0]?.office, state: 'received', dueDay: '2026-11-26' },
    { part: 'gas', office: WATER_AND_GAS[1]?.office, state: 'received', dueDay: '2026-12-01' },
  ]);
  expect(states(await act(number, accept('gas')))).toEqual(['accepted', 'received', 'accepted']);
  expect(states(await act(number, complete('gas')))).toEqual(['accepted', 'received', 'completed']);
  const done = await act(number, accept('water'), complete('water'));
  expect(states(done)).toEqual(['completed', 'completed', 'completed']);
  expect(done.row).toMatchObject({ changedAt: hall.clock.now(), reason: null });
  const deskDid = done.timeline.filter(({ who }) => who === 'desk');
  expect(deskDid.map(({ what, about }) => [what, about?.['zh-CN']])).toEqual([
    ['accepted', '用气报装'],
    ['completed', '用气报装'],
    ['accepted', '用水报装'],
    ['completed', '用水报装'],
  ]);
});

test('one refuses, the other does its part: the case is completed, and the citizen reads which part was not', async () => {
  const number = await several();
  const refused = await act(number, refusal('gas'));
  expect(states(refused)).toEqual(['accepted', 'received', 'refused']);
  expect(refused.timeline.at(-1)).toMatchObject({ what: 'refused', about: { en: 'Gas' }, reason: '缺少规划图' });
  expect(states(await act(number, accept('water'), complete('water')))).toEqual(['completed', 'completed', 'refused']);
  expect(await told(number)).toMatchObject({
    state: 'completed',
    reason: null,
    parts: [
      { title: { 'zh-CN': '用水报装' }, state: 'completed', reason: null },
      { office: { 'zh-CN': '望舒区燃气服务所' }, state: 'refused', dueDay: '2026-12-01', reason: '缺少规划图' },
    ],
  });
});

test('all refuse: the case is returned, with what each of them said', async () => {
  const number = await several();
  const { row } = await act(number, refusal('water', '地址不清楚'), refusal('gas', '缺少规划图'));
  expect(row).toMatchObject({ state: 'returned', reason: '用水报装：地址不清楚\n用气报装：缺少规划图' });
});

test('the whole is accepted and returned at once, each part with the same words', async () => {
  const number = await several();
  expect(states(await act(number, { kind: 'accept' }))).toEqual(['accepted', 'accepted', 'accepted']);
  const returned = await act(number, { kind: 'return', reason: '缺少照片' });
  expect(states(returned)).toEqual(['returned', 'refused', 'refused']);
  expect(returned.row.reason).toBe('缺少照片');
  expect(returned.timeline.filter(({ who }) => who === 'desk')).toHaveLength(4);
});

test('returned beside a part that had other words: sent again, it was done; other words, or a part left over, were not', async () => {
  const number = await several();
  await act(number, refusal('gas', '缺少规划图'));
  const whole = { kind: 'return', reason: '缺少照片' };
  const returned = await act(number, whole);
  expect(returned.row).toMatchObject({ state: 'returned', reason: '用水报装：缺少照片\n用气报装：缺少规划图' });
  expect(await act(number, whole)).toEqual(returned);
  const wrong = { status: 409, code: 'case.wrongState' };
  expect(await faultOf(await post(number, { ...whole, reason: '缺' }))).toEqual(wrong);
  const begun = await several();
  await act(begun, accept('gas'));
  expect(await faultOf(await post(begun, { kind: 'accept' }))).toEqual(wrong);
  expect(states(await act(begun, accept('water'), { kind: 'accept' }))).toEqual(['accepted', 'accepted', 'accepted']);
});

test('what a part has done, nobody undoes with the whole; and the whole is not completed over its parts', async () => {
  const number = await several();
  await act(number, accept('gas'), complete('gas'));
  for (const action of [{ kind: 'return', reason: '缺' }, { kind: 'complete' }])
    expect(await faultOf(await post(number, action))).toEqual({ status: 409, code: 'case.followsParts' });
  expect(await faultOf(await post(number, refusal('gas')))).toEqual({ status: 409, code: 'case.wrongState' });
  expect(await faultOf(await post(number, accept('phone')))).toEqual({ status: 404, code: 'case.noSuchPart' });
  expect(states(await hall.case(number))).toEqual(['accepted', 'received', 'completed']);
});

test('a double click at a part is one deed, and two offices at once both count', async () => {
  const number = await several();
  const both = [accept('gas'), accept('gas'), accept('water'), refusal('water')];
  expect((await Promise.all(both.map((action) => post(number, action)))).map(({ status }) => status)).toContain(200);
  const { timeline, parts } = await hall.case(number);
  expect(timeline.filter(({ what, about }) => what === 'accepted' && about?.en === 'Gas')).toHaveLength(1);
  expect(parts.map(({ state }) => state)).toEqual(['refused', 'accepted']);
});

test('what is owed is told to desk and citizen until it is brought, the earliest day first', async () => {
  const number = await owing();
  const owed = async () => {
    const { papers } = OwedList.parse(await (await fetch(`${hall.hub.url}/v1/owed-papers`)).json());
    return papers.filter((paper) => paper.caseNumber === number).map(({ material, dueDay }) => [material, dueDay]);
  };
  expect(await owed()).toEqual([
    [SITE_PLAN, '2026-11-30'],
    [LEASE, '2026-12-04'],
  ]);
  expect((await told(number))?.owed).toEqual([
    { material: LEASE, label: TWO_OWED[0]?.label, dueDay: '2026-12-04' },
    { material: SITE_PLAN, label: TWO_OWED[2]?.label, dueDay: '2026-11-30' },
  ]);
  const more = await act(number, { kind: 'paperLater', material: SITE_PLAN, until: '2026-12-31' });
  expect(more.timeline.at(-1)).toMatchObject({ what: 'moreTime', about: { en: 'the site plan' }, until: '2026-12-31' });
  const brought = await act(
    number,
    { kind: 'paperBrought', material: LEASE },
    { kind: 'paperBrought', material: LEASE },
  );
  expect(brought.timeline.filter(({ what }) => what === 'brought')).toHaveLength(1);
  expect(brought.owed.map((paper) => paper.brought)).toEqual([true, false]);
  expect(await owed()).toEqual([[SITE_PLAN, '2026-12-31']]);
  await act(number, { kind: 'accept' }, { kind: 'complete' });
  expect(await owed()).toEqual([]);
  expect((await told(number))?.owed).toEqual([]);
});

test('a day that has passed takes nothing from anybody: the case stays open until the desk decides', async () => {
  const number = await owing();
  hall.clock.advance(60 * 86_400_000);
  expect((await hall.case(number)).row.state).toBe('received');
  expect((await told(number))?.owed).toHaveLength(2);
  const late = { kind: 'paperLater', material: LEASE, until: '2026-12-04' };
  expect(await faultOf(await post(number, { ...late, until: '2026-12-05' }))).toMatchObject({
    code: 'action.malformed',
  });
  expect(await faultOf(await post(number, { ...late, material: 'photo' }))).toMatchObject({ code: 'case.noSuchPart' });
  await act(number, { kind: 'return', reason: '材料没有补交' });
  expect(await faultOf(await post(number, { kind: 'paperBrought', material: LEASE }))).toMatchObject({
    code: 'case.wrongState',
  });
});
