/** A service for two: both lay down their card, both stand at the review and in its case, and in no other case of the cart. */
import { beforeAll, expect, test } from 'vitest';
import { ServiceId } from '#contract/ids.ts';
import { CATALOG_FOLDER } from '#fixtures/hall/publish-catalog.ts';
import { readFewServices } from '#fixtures/release/few-services.ts';
import type { Content } from '../release/content.ts';
import { contentFrom } from '../testing/catalog.ts';
import { put, several } from '../testing/broken/change-sources.ts';
import { CHEN_QINGBO, LIN_XIAOYING } from '../testing/people.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import { answer, MOBILE_PHONE, PHONE, putDown, SENIOR_CARD } from '../testing/visits.ts';

const MARRIAGE = ServiceId.parse('marriage-booking');
const FILE = 'services/marriage-booking.yaml';
/** Ours waits for appointments; all else of it is walked as if it were offered. */
const WITHOUT_BOOKING = several(
  put(FILE, /^offered: false\nreason:\n.*\n.*\n/m, 'offered: true\n'),
  put(FILE, '  - { id: slot, kind: book }\n', ''),
);

let content: Content;
beforeAll(async () => {
  content = contentFrom(WITHOUT_BOOKING(await readFewServices(CATALOG_FOLDER, [MARRIAGE])));
});

async function laysBothCards(services: readonly ServiceId[]): Promise<TestKiosk> {
  const kiosk = await testKiosk(content);
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: MARRIAGE });
  await kiosk.intend({ kind: 'addToCart', services: [...services] });
  await kiosk.intend({ kind: 'openCart' });
  await kiosk.intend({ kind: 'checkout' });
  while (kiosk.view().body.kind === 'info') await kiosk.intend({ kind: 'next' });
  await putDown(kiosk, LIN_XIAOYING);
  // The first card still lies there: nobody reads it meanwhile.
  expect(kiosk.view()).toMatchObject({
    title: '另一位的身份证',
    body: { kind: 'info', paragraphs: ['第一位的身份证读好了，请拿走。', '请第二位把身份证放上来，再按“下一步”。'] },
  });
  expect(kiosk.reader.isIdle()).toBe(true);
  await kiosk.intend({ kind: 'next' });
  expect(kiosk.view()).toMatchObject({ title: '另一位的身份证', body: { headline: '请换上另一位的身份证' } });
  await putDown(kiosk, CHEN_QINGBO);
  return kiosk;
}

const cases = (kiosk: TestKiosk) =>
  kiosk.journal.records.flatMap(({ body }) => (body.kind === 'case.submitted' ? [body] : []));

test('alone: the whole way, with the other person on the page that is reviewed and in the case', async () => {
  const kiosk = await laysBothCards([MARRIAGE]);
  await answer(kiosk, MOBILE_PHONE, PHONE);
  const { body } = kiosk.view();
  const shown = body.kind === 'review' ? body.groups.map(({ title, rows }) => [title, rows[0]?.value]) : [];
  expect(shown.slice(0, 2)).toEqual([
    ['您的身份信息', '林*英'],
    ['另一位', '陈*波'],
  ]);
  await kiosk.intend({ kind: 'submit' });
  expect(cases(kiosk)).toMatchObject([{ applicant: LIN_XIAOYING, partner: CHEN_QINGBO, agent: null }]);
});

test('in a cart: each card once, and the other person only in the case that is for two', async () => {
  const kiosk = await laysBothCards([MARRIAGE, SENIOR_CARD]);
  while (kiosk.view().body.kind === 'check') await kiosk.intend({ kind: 'next' });
  for (let { body } = kiosk.view(); body.kind === 'ask'; { body } = kiosk.view())
    await answer(
      kiosk,
      body.element,
      body.element === MOBILE_PHONE ? PHONE : body.element === 'deliveryWay' ? 'pickUp' : 'qingbo',
    );
  await kiosk.intend({ kind: 'submit' });
  expect(cases(kiosk).map(({ service, partner }) => [service, partner?.name])).toEqual([
    [MARRIAGE, '陈清波'],
    [SENIOR_CARD, undefined],
  ]);
});
