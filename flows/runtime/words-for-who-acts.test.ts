/** 代办: every page says whose card, number, promise and signature is meant; for oneself nothing of this is said. */
import { expect, test } from 'vitest';
import { ElementId } from '#contract/ids.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import { Step } from '../language/step.ts';
import { CHEN_QINGBO, LIN_XIAOYING } from '../testing/people.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import {
  answer,
  DELIVERY_WAY,
  MOBILE_PHONE,
  PHONE,
  PICK_UP_PLACE,
  putDown,
  SENIOR_CARD,
  walkToTheReview,
} from '../testing/visits.ts';

const RELATION = ElementId.parse('agentRelation');
const CONSENT = ElementId.parse('agentConsent');
const SIGNATURE = ElementId.parse('applicantSignature');
const PROMISE = ElementId.parse('incomePromise');
const DRAWN = 'M100 100L400 100L250 300';
const OF_APPLICANT = '代办：下面的“您”指申请人，请填申请人的情况';
const ACTS = '代办：您在替申请人办';

/** The card for seniors, with a promise before the telephone number and a signature after it. */
async function signed(): Promise<TestKiosk> {
  const few = await fewContent();
  const model = few.services.get(SENIOR_CARD);
  if (model === undefined) throw new Error('no service to begin with');
  const faults = { 'hub.away': 'go-on', 'hub.refused': 'go-on' };
  const promise = Step.parse({ id: 'word', kind: 'promise', element: PROMISE, faults });
  const sign = Step.parse({ id: 'name', kind: 'sign', element: SIGNATURE });
  const first = model.steps.findIndex(({ kind }) => kind === 'ask');
  const steps = model.steps.flatMap((step, at) => {
    if (at === first) return [promise, step];
    return step.kind === 'review' ? [sign, step] : [step];
  });
  return testKiosk({ ...few, services: new Map([[SENIOR_CARD, { ...model, steps }]]) }, { lookup: null });
}

test('what to bring, whose answers, whose promise, whose name: each page says it, and so does the case', async () => {
  const kiosk = await signed();
  const go = () => kiosk.intend({ kind: 'next' });
  const mark = () => kiosk.view().marks.map(({ text }) => text);
  const page = () => kiosk.view().body;
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: SENIOR_CARD });
  await kiosk.intend({ kind: 'startService', service: SENIOR_CARD, as: 'agent' });
  const { body } = kiosk.view();
  expect(body.kind === 'info' && body.points[0]).toBe(
    '替别人办，请准备好您自己的身份证、申请人的身份证和申请人签了名的授权委托书。',
  );
  await go();
  await putDown(kiosk, CHEN_QINGBO);
  expect(mark()).toEqual([ACTS]);
  await answer(kiosk, RELATION, 'family');
  await putDown(kiosk, LIN_XIAOYING);
  // What she says of herself binds her, not the applicant.
  expect(page()).toMatchObject({ kind: 'promise', consequence: expect.not.stringContaining('由申请人承担后果') });
  expect(mark()).toEqual([ACTS]);
  await go();
  await answer(kiosk, CONSENT, DRAWN);
  expect(mark()).toEqual([ACTS]);
  await kiosk.intend({ kind: 'defer' });
  expect(page()).toMatchObject({ kind: 'check', headline: '申请人符合条件' });
  expect(mark()).toEqual([OF_APPLICANT]);
  await go();
  expect(page()).toMatchObject({
    kind: 'promise',
    consequence: expect.stringContaining('您代申请人承诺，承诺对申请人有效；做不到时由申请人承担后果。'),
  });
  expect(kiosk.view().spoken).toContain('您代申请人承诺');
  await go();
  await answer(kiosk, PROMISE, DRAWN);
  expect(page()).toMatchObject({ kind: 'ask', question: '请输入申请人的手机号码' });
  expect(kiosk.view().spoken).toContain(OF_APPLICANT);
  await answer(kiosk, MOBILE_PHONE, PHONE);
  await answer(kiosk, DELIVERY_WAY, 'pickUp');
  await answer(kiosk, PICK_UP_PLACE, 'qingbo');
  expect(kiosk.view()).toMatchObject({ title: '代办人签名', body: { question: '请写下您自己的姓名' } });
  expect(mark()).toEqual([ACTS]);
  await answer(kiosk, SIGNATURE, DRAWN);
  expect(JSON.stringify(page())).toContain('代办人签名');
  expect(JSON.stringify(page())).not.toContain('申请人签名');
  await kiosk.intend({ kind: 'submit' });
  const [submitted] = kiosk.journal.records.map(({ body: record }) => record);
  expect(submitted?.kind === 'case.submitted' && submitted.answers).toContainEqual(
    expect.objectContaining({ element: SIGNATURE, label: expect.objectContaining({ 'zh-CN': '代办人签名' }) }),
  );
});

test('for oneself every word is as it was', async () => {
  const kiosk = await testKiosk(await fewContent());
  await walkToTheReview(kiosk);
  for (let each = 0; each < 3; each += 1) await kiosk.intend({ kind: 'back' });
  expect(kiosk.view()).toMatchObject({ marks: [], body: { question: '请输入您的手机号码' } });
  await kiosk.intend({ kind: 'back' });
  expect(kiosk.view()).toMatchObject({ marks: [], body: { kind: 'check', headline: '您符合条件' } });
});
