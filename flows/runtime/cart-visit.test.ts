/** Parents at the kiosk: two services chosen, one identification, each question once, two cases, one receipt. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Receipt } from '#contract/devices/printer.ts';
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import { ElementId, PackageId, ServiceId } from '#contract/ids.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import type { Content } from '../release/content.ts';
import { LIN_XIAOYING, MARIA_EXAMPLE } from '../testing/people.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import { PHONE, putDown } from '../testing/visits.ts';

const REGISTRATION = ServiceId.parse('birth-registration');
const INSURANCE = ServiceId.parse('newborn-insurance');
const BOTH = [INSURANCE, REGISTRATION];
const ANSWERS: Readonly<Record<string, string>> = {
  birthCertificate: 'P990000001',
  applicantRole: 'mother',
  householdParent: 'father',
  otherParentPhone: '13900000002',
  mobilePhone: PHONE,
  pickUpPlace: 'yueqiao',
  insuranceStart: 'from-birth',
};

let content: Content;
let kiosk: TestKiosk;
beforeAll(async () => {
  content = await fewContent();
});
beforeEach(async () => {
  kiosk = await testKiosk(content);
});

async function chooses(services: readonly ServiceId[]): Promise<void> {
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openPackage', package: PackageId.parse('birth-package') });
  for (const service of services) await kiosk.intend({ kind: 'addToCart', services: [service] });
  await kiosk.intend({ kind: 'openCart' });
}

async function goesToTheReader(): Promise<void> {
  await kiosk.intend({ kind: 'checkout' });
  while (kiosk.view().body.kind === 'info') await kiosk.intend({ kind: 'next' });
}

/** Reads on past the checks, answers whatever is asked, and returns what was asked, in order. */
async function answersEverything(): Promise<readonly string[]> {
  const asked: string[] = [];
  for (let { body } = kiosk.view(); body.kind === 'check' || body.kind === 'ask'; { body } = kiosk.view()) {
    if (body.kind === 'ask') {
      asked.push(body.element);
      const value = ANSWERS[body.element] ?? '';
      await kiosk.intend({ kind: 'answer', element: body.element, value });
    }
    await kiosk.intend({ kind: 'next' });
  }
  return asked;
}

async function goesToTheReview(card: IdentityCard = LIN_XIAOYING): Promise<readonly string[]> {
  await chooses(BOTH);
  await goesToTheReader();
  await putDown(kiosk, card);
  return answersEverything();
}

const cases = () => kiosk.journal.records.flatMap(({ body }) => (body.kind === 'case.submitted' ? [body] : []));
const elementsOf = (index: number) => cases()[index]?.answers.map(({ element }) => element);

test('two services: identified once, each question once, one commit, one receipt with every number, a rating for each', async () => {
  const asked = await goesToTheReview();
  expect(asked.toSorted()).toEqual(Object.keys(ANSWERS).toSorted());
  expect(kiosk.reader.commands.filter(({ name }) => name === 'read')).toHaveLength(1);
  const review = kiosk.view().body;
  expect(review.kind === 'review' && review.groups.map(({ title, rows }) => [title, rows.length])).toEqual([
    ['您的身份信息', 5],
    ['几项共用的内容', 3],
    ['出生登记', 3],
    ['新生儿参保', 1],
  ]);

  const { commits } = kiosk.journal;
  await kiosk.intend({ kind: 'submit' });
  // One for pressing, one for both cases.
  expect(kiosk.journal.commits).toBe(commits + 2);
  expect(cases().map(({ service }) => service)).toEqual([REGISTRATION, INSURANCE]);
  expect(new Set(cases().map(({ caseNumber }) => caseNumber)).size).toBe(2);
  expect(elementsOf(0)).not.toContain('insuranceStart');
  expect(elementsOf(1)?.toSorted()).toEqual(['applicantRole', 'birthCertificate', 'insuranceStart', 'mobilePhone']);

  const { blocks } = kiosk.printer.running('print').payload as Receipt;
  const codes = blocks.flatMap((block) => (block.kind === 'qr' ? [block.data] : []));
  expect(codes).toEqual(cases().map(({ caseNumber }) => caseNumber));
  kiosk.printer.running('print').succeed({ outcome: 'printed', paper: 'ok' });
  await kiosk.settle();
  await kiosk.intend({ kind: 'next' });
  for (const service of [REGISTRATION, INSURANCE]) {
    expect(kiosk.view().body).toMatchObject({ kind: 'rate', service });
    await kiosk.intend({ kind: 'rate', service, level: 5 });
  }
  expect(kiosk.view().body.kind).toBe('goodbye');
});

test('whoever is refused one service is told why and gets the other', async () => {
  // A foreigner's card joins no household, but a child can be insured with it.
  await chooses(BOTH);
  await goesToTheReader();
  await putDown(kiosk, MARIA_EXAMPLE);
  const refusal = kiosk.view();
  expect(refusal).toMatchObject({ title: '出生登记', body: { kind: 'check', outcome: 'notEligible' } });
  expect(refusal.primary?.label).toBe('继续办其他事项');
  expect(refusal.spoken).toContain('其他事项不受影响，可以接着办：新生儿参保');

  expect((await answersEverything()).toSorted()).toEqual([
    'applicantRole',
    'birthCertificate',
    'insuranceStart',
    'mobilePhone',
  ]);
  const review = kiosk.view().body;
  const last = review.kind === 'review' ? review.groups.at(-1) : undefined;
  expect(last).toMatchObject({
    title: '这次不办的',
    rows: [{ label: '出生登记', value: '落户要用居民身份证，您这张证件不是。' }],
  });
  await kiosk.intend({ kind: 'submit' });
  expect(cases().map(({ service }) => service)).toEqual([INSURANCE]);
});

test('at the review one service can still be left out, and the other keeps its answers', async () => {
  await goesToTheReview();
  expect(kiosk.view().others.map(({ label }) => label)).toEqual(['这次不办“出生登记”', '这次不办“新生儿参保”']);
  await kiosk.intend({ kind: 'removeFromCart', service: REGISTRATION });
  expect(kiosk.view().others).toEqual([]);
  // The last one can't be removed: whoever wants nothing leaves.
  await kiosk.intend({ kind: 'removeFromCart', service: INSURANCE });
  await kiosk.intend({ kind: 'submit' });
  expect(cases().map(({ service }) => service)).toEqual([INSURANCE]);
  expect(elementsOf(0)?.toSorted()).toEqual(['applicantRole', 'birthCertificate', 'insuranceStart', 'mobilePhone']);
});

test('the cart says what doing it together saves, and survives every way back', async () => {
  await chooses(BOTH);
  expect(kiosk.view()).toMatchObject({
    title: '办事清单',
    cart: { count: 2 },
    primary: { label: '2项一起办', intent: { kind: 'checkout' } },
    body: { kind: 'cart', saved: ['2项一起办，少问3个问题，少走7步。', '身份证只刷一次，凭条只打一张。'], empty: null },
  });
  await kiosk.intend({ kind: 'checkout' });
  await kiosk.intend({ kind: 'back' });
  expect(kiosk.view()).toMatchObject({ body: { kind: 'cart' }, cart: { count: 2 } });
  await kiosk.intend({ kind: 'back' });
  expect(kiosk.view().body).toMatchObject({ kind: 'package', members: [{ inCart: true }, { inCart: true }, {}, {}] });
  await kiosk.intend({ kind: 'openService', service: INSURANCE });
  await kiosk.intend({ kind: 'startService', service: INSURANCE });
  expect(kiosk.view().cart).toBeNull();
  await kiosk.intend({ kind: 'back' });
  expect(kiosk.view()).toMatchObject({ body: { kind: 'service' }, cart: { count: 2 } });
  await kiosk.intend({ kind: 'openCart' });
  await kiosk.intend({ kind: 'removeFromCart', service: INSURANCE });
  await kiosk.intend({ kind: 'removeFromCart', service: REGISTRATION });
  expect(kiosk.view()).toMatchObject({ primary: null, body: { empty: '清单还是空的。请先选要办的事项。' } });
  await kiosk.intend({ kind: 'checkout' });
  expect(kiosk.view().body.kind).toBe('cart');
});

test('what is not offered can’t be put into the cart', async () => {
  await chooses([ServiceId.parse('water-bill')]);
  expect(kiosk.view().cart?.count).toBe(0);
});

test('the power fails between the two questions: the merged plan goes on where it was', async () => {
  await chooses(BOTH);
  await goesToTheReader();
  await putDown(kiosk, LIN_XIAOYING);
  await kiosk.intend({ kind: 'next' });
  await kiosk.intend({ kind: 'next' });
  const element = ElementId.parse('birthCertificate');
  await kiosk.intend({ kind: 'answer', element, value: 'p1' });
  expect(kiosk.view().body).toMatchObject({
    input: { kind: 'code', length: 10 },
    problem: expect.stringContaining('编号不对'),
  });
  await kiosk.intend({ kind: 'answer', element, value: 'P990000001' });
  const revived = await kiosk.crash();
  expect(revived.view().body).toMatchObject({ kind: 'ask', element, value: 'P990000001' });
});

test('one page tells what to bring and how long both take together, in one step, as the list said', async () => {
  await chooses(BOTH);
  const inTheList = kiosk.view().body;
  expect(inTheList.kind === 'cart' && inTheList.totals.map(({ value }) => value)).toEqual([
    '7个问题',
    '约7分钟',
    '免费',
    '身份证和孩子的出生医学证明',
  ]);
  await kiosk.intend({ kind: 'checkout' });
  expect(kiosk.view()).toMatchObject({
    title: '出生登记、新生儿参保',
    progress: { step: 1 },
    body: {
      kind: 'info',
      points: ['请准备好您的身份证和孩子的出生医学证明。', expect.any(String), '全程约7分钟，不收费。'],
    },
  });
  await kiosk.intend({ kind: 'next' });
  expect(kiosk.view()).toMatchObject({ progress: { step: 2 }, body: { kind: 'identify' } });
});

test('whoever can’t answer what only one service asks leaves that one out, right there, and goes on with the other', async () => {
  await chooses(BOTH);
  await goesToTheReader();
  await putDown(kiosk, LIN_XIAOYING);
  expect(kiosk.view()).toMatchObject({
    notice: { text: '身份证已经读好，现在就可以拿走，后面不用再刷。' },
    others: [{ label: '这次不办“出生登记”' }],
  });
  while (kiosk.view().body.kind === 'check') await kiosk.intend({ kind: 'next' });
  const asked: string[] = [];
  for (let { body } = kiosk.view(); body.kind === 'ask'; { body } = kiosk.view()) {
    asked.push(body.element);
    if (body.element === 'otherParentPhone') {
      expect(kiosk.view().others.map(({ label }) => label)).toEqual(['这次不办“出生登记”']);
      await kiosk.intend({ kind: 'removeFromCart', service: REGISTRATION });
      continue;
    }
    await kiosk.intend({ kind: 'answer', element: body.element, value: ANSWERS[body.element] ?? '' });
    await kiosk.intend({ kind: 'next' });
  }
  // Where to pick the register up is no longer asked.
  expect(asked).not.toContain('pickUpPlace');
  expect(kiosk.view().body.kind).toBe('review');
  await kiosk.intend({ kind: 'submit' });
  expect(cases().map(({ service }) => service)).toEqual([INSURANCE]);
});

test('a question that both ask offers to leave none out', async () => {
  await chooses(BOTH);
  await goesToTheReader();
  await putDown(kiosk, LIN_XIAOYING);
  while (kiosk.view().body.kind === 'check') await kiosk.intend({ kind: 'next' });
  expect(kiosk.view()).toMatchObject({ body: { element: 'birthCertificate' }, others: [] });
});

test('one service begun alone is done, and what else lies in the list comes next instead of the goodbye', async () => {
  await chooses(BOTH);
  await kiosk.intend({ kind: 'back' });
  await kiosk.intend({ kind: 'openService', service: INSURANCE });
  await kiosk.intend({ kind: 'startService', service: INSURANCE });
  await kiosk.intend({ kind: 'next' });
  await putDown(kiosk, LIN_XIAOYING);
  await answersEverything();
  await kiosk.intend({ kind: 'submit' });
  kiosk.printer.running('print').succeed({ outcome: 'printed', paper: 'ok' });
  await kiosk.settle();
  await kiosk.intend({ kind: 'next' });
  await kiosk.intend({ kind: 'next' });
  expect(kiosk.view()).toMatchObject({
    notice: { text: '刚才的事办好了，请拿好您的东西。清单里还有1项，可以接着办，也可以结束。' },
    body: { kind: 'cart', lines: [{ card: { service: REGISTRATION } }] },
    primary: { label: '开始办理' },
  });
  await kiosk.intend({ kind: 'leave' });
  expect(kiosk.view().body).toMatchObject({ kind: 'goodbye', reminders: ['请拿好您的身份证。', expect.any(String)] });
});

test('an empty field is not called a wrong number', async () => {
  await chooses([INSURANCE]);
  await goesToTheReader();
  await putDown(kiosk, LIN_XIAOYING);
  await kiosk.intend({ kind: 'next' });
  await kiosk.intend({ kind: 'answer', element: ElementId.parse('birthCertificate'), value: '' });
  expect(kiosk.view().body).toMatchObject({ kind: 'ask', problem: '请先回答这个问题。' });
});

test('screen and paper say how to learn later how far it has come: at a kiosk, or whom to call', async () => {
  await goesToTheReview();
  await kiosk.intend({ kind: 'submit' });
  const ways = [
    '想知道办到哪一步：在自助机上选“办件进度”，放上身份证就能看。',
    '也可以打电话询问，报办件编号：0000-5550-1001（工作日9:00–17:00）、0000-5550-1002（其他时间）。',
  ];
  const { body } = kiosk.view();
  expect(body.kind === 'receipt' && body.nextSteps.slice(-2)).toEqual(ways);
  const { blocks } = kiosk.printer.running('print').payload as Receipt;
  expect(blocks).toEqual(expect.arrayContaining(ways.map((text) => expect.objectContaining({ kind: 'text', text }))));
});
