/** A device is gone: who comes reads what can't be done and why before beginning; it ends by itself; a running plan is left alone. */
import { beforeAll, expect, test } from 'vitest';
import { ServiceId } from '#contract/ids.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import { needsOf } from '../language/needs.ts';
import type { Content } from '../release/content.ts';
import { LIN_XIAOYING } from '../testing/people.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import * as visits from '../testing/visits.ts';

const PROGRESS = ServiceId.parse('progress');

let content: Content;
beforeAll(async () => {
  content = await fewContent();
});

function needs(id: ServiceId): ReturnType<typeof needsOf> {
  const service = content.services.get(id);
  if (service === undefined) throw new Error(`no service ${id}`);
  return needsOf(service);
}

async function kioskWithout(...lacks: Parameters<TestKiosk['availability']['lose']>[]): Promise<TestKiosk> {
  const kiosk = await testKiosk(content);
  for (const lack of lacks) kiosk.availability.lose(...lack);
  await kiosk.settle();
  return kiosk;
}

test('needs are read from the steps: no card, no case; no paper, no receipt, but a case', () => {
  expect(needs(visits.SENIOR_CARD)).toEqual({ required: ['Room', 'Day', 'CardReader'], helpful: ['Printer'] });
  expect(needs(PROGRESS)).toEqual({ required: ['Room', 'CardReader', 'Line'], helpful: [] });
});

test('the reader is gone and everything needs it: the machine says so, takes no touch, and comes back by itself', async () => {
  const kiosk = await kioskWithout(['CardReader', 'card.readerTrouble']);
  expect(kiosk.view()).toMatchObject({
    title: '本机暂停服务',
    primary: null,
    body: { kind: 'outOfService', headline: '读卡器没有回应', reference: 'CardReader/test' },
  });
  await kiosk.intend({ kind: 'begin' });
  expect(kiosk.view().body.kind).toBe('outOfService');
  expect(kiosk.holder()).toBeNull();
  await kiosk.intend({ kind: 'language', language: 'en' });
  expect(kiosk.view().title).toBe('This machine is out of service');
  kiosk.availability.regain('CardReader');
  await kiosk.settle();
  expect(kiosk.view().body.kind).toBe('attract');
});

test('the line is down: one thing is marked, with its reason and without a way in; the rest goes on', async () => {
  const kiosk = await kioskWithout(['Line', 'hub.away']);
  expect(kiosk.view()).toMatchObject({
    body: { kind: 'attract' },
    notice: { text: '网络暂时不通，现在办不了：办件进度。其他事项可以照常办。' },
  });
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: PROGRESS });
  expect(kiosk.view()).toMatchObject({
    primary: null,
    body: { card: { badge: { tone: 'attention', text: '现在办不了' } } },
  });
  await kiosk.intend({ kind: 'startService', service: PROGRESS });
  expect(kiosk.view().body.kind).toBe('service');
  kiosk.availability.regain('Line');
  await kiosk.settle();
  expect(kiosk.view()).toMatchObject({ notice: null, primary: { intent: { kind: 'startService' } } });
});

test('no paper: said before one begins, and one may begin', async () => {
  const kiosk = await kioskWithout(['Printer', 'printer.paperOut']);
  expect(kiosk.view().notice?.text).toMatch(/^打印机没有纸了，暂时没有凭条/);
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: visits.SENIOR_CARD });
  expect(kiosk.view()).toMatchObject({ notice: { tone: 'attention' }, primary: { intent: { kind: 'startService' } } });
});

test('a device that goes while a plan runs changes nothing on the screen; the cart waits until it is back', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReader(kiosk);
  const { revision } = kiosk.view();
  kiosk.availability.lose('CardReader', 'card.readerTrouble');
  await kiosk.settle();
  expect(kiosk.view().revision).toBe(revision);

  const other = await testKiosk(content);
  await other.intend({ kind: 'begin' });
  await other.intend({ kind: 'openService', service: visits.SENIOR_CARD });
  await other.intend({ kind: 'addToCart', services: [visits.SENIOR_CARD] });
  await other.intend({ kind: 'openCart' });
  other.availability.lose('CardReader', 'card.readerTrouble');
  await other.settle();
  expect(other.view().primary).toBeNull();
  await other.intend({ kind: 'checkout' });
  expect(other.view().body.kind).toBe('cart');
});

test('the day is not known: what counts from it waits, also for who came before; then it is the day that counts', async () => {
  const clock = manualClock();
  let backMs = 365 * 24 * 3_600_000;
  const kiosk = await testKiosk(content, {}, { ...clock, now: () => clock.now() - backMs });
  kiosk.availability.lose('Day', 'clock.wrong');
  await kiosk.settle();
  expect(kiosk.view().notice?.text).toMatch(/^本机日期不准，现在办不了：老年人优待证/);
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: visits.SENIOR_CARD });
  expect(kiosk.view().primary).toBeNull();
  backMs = 0;
  kiosk.availability.regain('Day');
  await kiosk.settle();
  await kiosk.intend({ kind: 'startService', service: visits.SENIOR_CARD });
  await kiosk.intend({ kind: 'next' });
  await visits.putDown(kiosk, LIN_XIAOYING);
  await kiosk.intend({ kind: 'next' });
  await visits.answer(kiosk, visits.MOBILE_PHONE, visits.PHONE);
  await visits.answer(kiosk, visits.DELIVERY_WAY, 'pickUp');
  await visits.answer(kiosk, visits.PICK_UP_PLACE, 'qingbo');
  await kiosk.intend({ kind: 'submit' });
  await kiosk.settle();
  expect(JSON.stringify(kiosk.view().body)).toContain('-20261121-');
});
