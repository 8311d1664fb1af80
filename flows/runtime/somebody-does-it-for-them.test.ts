/** 代办: somebody does it for the applicant, with both cards and their own signature; rules speak of the applicant. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Receipt } from '#contract/devices/printer.ts';
import { ElementId, ServiceId } from '#contract/ids.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import type { Content } from '../release/content.ts';
import { CHEN_QINGBO, LIN_XIAOYING, MARIA_EXAMPLE } from '../testing/people.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import { answer, DELIVERY_WAY, MOBILE_PHONE, PHONE, PICK_UP_PLACE, putDown, SENIOR_CARD } from '../testing/visits.ts';

const RELATION = ElementId.parse('agentRelation');
const CONSENT = ElementId.parse('agentConsent');
const DRAWN = 'M100 100L400 100L250 300';

let content: Content;
let kiosk: TestKiosk;
beforeAll(async () => {
  content = await fewContent();
});
beforeEach(async () => {
  kiosk = await testKiosk(content);
  await kiosk.intend({ kind: 'begin' });
});

const go = () => kiosk.intend({ kind: 'next' });

/** From the service's page to the page that waits for the agent's card. */
async function begins(): Promise<void> {
  await kiosk.intend({ kind: 'openService', service: SENIOR_CARD });
  await kiosk.intend({ kind: 'startService', service: SENIOR_CARD, as: 'agent' });
  await go();
}

/** To what the agent promises. */
async function bothCards(): Promise<void> {
  await begins();
  await putDown(kiosk, CHEN_QINGBO);
  await answer(kiosk, RELATION, 'family');
  await putDown(kiosk, LIN_XIAOYING);
}

async function toTheReview(): Promise<void> {
  await bothCards();
  await go();
  await answer(kiosk, CONSENT, DRAWN);
  await kiosk.intend({ kind: 'defer' });
  await go();
  await answer(kiosk, MOBILE_PHONE, PHONE);
  await answer(kiosk, DELIVERY_WAY, 'pickUp');
  await answer(kiosk, PICK_UP_PLACE, 'qingbo');
}

test('the page of a service that allows it offers to do it for somebody else', async () => {
  await kiosk.intend({ kind: 'openService', service: SENIOR_CARD });
  expect(kiosk.view().others.map(({ label }) => label)).toContain('替别人办（代办）');
});

test('each card is asked for by whose it is, and the agent signs before anything is asked of the applicant', async () => {
  await begins();
  expect(kiosk.view()).toMatchObject({
    title: '代办人（您自己）的身份证',
    body: { kind: 'identify', headline: '请放上您自己的身份证' },
  });
  await putDown(kiosk, CHEN_QINGBO);
  expect(kiosk.view().body).toMatchObject({ kind: 'ask', element: RELATION });
  await answer(kiosk, RELATION, 'family');
  expect(kiosk.view().body).toMatchObject({ kind: 'identify', headline: '请拿走您的身份证，换上申请人的身份证' });
  await putDown(kiosk, LIN_XIAOYING);
  expect(kiosk.view().body).toMatchObject({ kind: 'promise', consequence: expect.stringContaining('由我承担责任') });
  await go();
  expect(kiosk.view().body).toMatchObject({ kind: 'ask', element: CONSENT, input: { kind: 'signature' } });
  await go();
  expect(kiosk.view().body).toMatchObject({ problem: expect.stringContaining('签名') });
  await answer(kiosk, CONSENT, DRAWN);
  expect(kiosk.view()).toMatchObject({ title: '申请人签了名的授权委托书', body: { kind: 'scan' } });
  await kiosk.intend({ kind: 'defer' });
  // The agent is 59: whose age is looked at is the applicant's.
  expect(kiosk.view().body).toMatchObject({ kind: 'check', outcome: 'eligible' });
});

test('the steps are counted forward only, from one card to the other', async () => {
  const counted: (number | undefined)[] = [];
  const count = () => void counted.push(kiosk.view().progress?.step);
  await begins();
  count();
  await putDown(kiosk, CHEN_QINGBO);
  count();
  await answer(kiosk, RELATION, 'family');
  count();
  await putDown(kiosk, LIN_XIAOYING);
  count();
  await go();
  count();
  await answer(kiosk, CONSENT, DRAWN);
  count();
  expect(counted).toEqual([2, 2, 3, 4, 4, 5]);
});

test('both stand on the review and on the slip, masked, and both are in the case', async () => {
  await toTheReview();
  const { body } = kiosk.view();
  expect(body.kind === 'review' && body.groups.map(({ title, rows }) => [title, rows[0]?.value])).toEqual(
    expect.arrayContaining([
      ['代办人（您）', '陈*波'],
      ['申请人', '林*英'],
    ]),
  );
  await kiosk.intend({ kind: 'submit' });
  const { blocks } = kiosk.printer.running('print').payload as Receipt;
  expect(blocks).toEqual(
    expect.arrayContaining([
      { kind: 'pair', label: '申请人', value: '林*英' },
      { kind: 'pair', label: '代办人', value: '陈*波' },
    ]),
  );
  const [submitted] = kiosk.journal.records.map(({ body: record }) => record);
  expect(submitted).toMatchObject({
    kind: 'case.submitted',
    applicant: LIN_XIAOYING,
    agent: CHEN_QINGBO,
    promises: [],
    materials: [{ material: 'power-of-attorney', pages: 0, deferredWorkdays: 5 }],
  });
  expect(submitted?.kind === 'case.submitted' && submitted.answers.map(({ element }) => element)).toEqual(
    expect.arrayContaining([RELATION, CONSENT]),
  );
});

test('the same card twice is refused, and the other one goes on', async () => {
  await begins();
  await putDown(kiosk, CHEN_QINGBO);
  await answer(kiosk, RELATION, 'family');
  await putDown(kiosk, CHEN_QINGBO);
  expect(kiosk.view().body).toMatchObject({ kind: 'identify', phase: 'trouble', headline: '这还是刚才那个人的证件' });
  await kiosk.intend({ kind: 'retry' });
  await putDown(kiosk, LIN_XIAOYING);
  expect(kiosk.view().body.kind).toBe('promise');
});

test('another applicant’s card voids what was answered, but not who acts', async () => {
  await bothCards();
  await go();
  await answer(kiosk, CONSENT, DRAWN);
  await kiosk.intend({ kind: 'back' });
  await kiosk.intend({ kind: 'back' });
  expect(kiosk.view().body).toMatchObject({ kind: 'ask', element: RELATION });
  await go();
  await putDown(kiosk, { ...LIN_XIAOYING, idNumber: '990101195003070020', name: '林小梅' });
  await go();
  expect(kiosk.view().body).toMatchObject({ kind: 'ask', element: CONSENT, value: null });
});

test('another agent’s card takes back what the first one signed', async () => {
  await bothCards();
  await go();
  await answer(kiosk, CONSENT, DRAWN);
  for (let each = 0; each < 3; each += 1) await kiosk.intend({ kind: 'back' });
  expect(kiosk.view().body.kind).toBe('info');
  await go();
  await putDown(kiosk, MARIA_EXAMPLE);
  expect(kiosk.view().body).toMatchObject({ kind: 'ask', element: RELATION, value: null });
  await answer(kiosk, RELATION, 'carer');
  await putDown(kiosk, LIN_XIAOYING);
  await go();
  expect(kiosk.view().body).toMatchObject({ kind: 'ask', element: CONSENT, value: null });
});

test('after every step the power fails, and agent and applicant are who they were', async () => {
  await bothCards();
  kiosk = await kiosk.crash();
  expect(kiosk.view()).toMatchObject({ body: { kind: 'promise' }, marks: [{ kind: 'agent' }] });
  await go();
  await answer(kiosk, CONSENT, DRAWN);
  kiosk = await kiosk.crash();
  await kiosk.intend({ kind: 'defer' });
  await go();
  await answer(kiosk, MOBILE_PHONE, PHONE);
  await answer(kiosk, DELIVERY_WAY, 'pickUp');
  await answer(kiosk, PICK_UP_PLACE, 'qingbo');
  kiosk = await kiosk.crash();
  await kiosk.intend({ kind: 'submit' });
  expect(kiosk.journal.records.map(({ body }) => body)).toMatchObject([
    { kind: 'case.submitted', applicant: LIN_XIAOYING, agent: CHEN_QINGBO },
  ]);
});

test('what no agent may do can’t be begun by one', async () => {
  const service = ServiceId.parse('birth-registration');
  await kiosk.intend({ kind: 'openService', service });
  await kiosk.intend({ kind: 'startService', service, as: 'agent' });
  expect(kiosk.view().body.kind).toBe('service');
});

test('for oneself nothing of this is asked, and the case has no agent', async () => {
  await kiosk.intend({ kind: 'openService', service: SENIOR_CARD });
  await kiosk.intend({ kind: 'startService', service: SENIOR_CARD });
  await go();
  await putDown(kiosk, LIN_XIAOYING);
  expect(kiosk.view().body.kind).toBe('check');
});
