/** Parents at the kiosk: two services chosen, one identification, each question once, two cases, one receipt. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Receipt } from '#contract/devices/printer.ts';
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import { ElementId, PackageId, ServiceId } from '#contract/ids.ts';
import { CATALOG_FOLDER, readSources } from '#fixtures/hall/publish-catalog.ts';
import type { Content } from '../release/content.ts';
import { contentFrom } from '../testing/catalog.ts';
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
  content = contentFrom(await readSources(CATALOG_FOLDER));
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
    ['您的身份信息', 4],
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
    body: { kind: 'cart', saved: ['2项一起办，少问3个问题，少走6步。', '身份证只刷一次，凭条只打一张。'], empty: null },
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
  await chooses([ServiceId.parse('birth-allowance')]);
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
