/** 练习: the whole way with an invented card and no device; nothing is submitted, numbered, printed or carried on. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { fewContent } from '#fixtures/release/kept-content.ts';
import type { Content } from '../release/content.ts';
import { LIN_XIAOYING } from '../testing/people.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import { answer, DELIVERY_WAY, MOBILE_PHONE, PHONE, PICK_UP_PLACE, putDown, SENIOR_CARD } from '../testing/visits.ts';

let content: Content;
let kiosk: TestKiosk;
beforeAll(async () => {
  content = await fewContent();
});
beforeEach(async () => {
  kiosk = await testKiosk(content);
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: SENIOR_CARD });
});

const go = () => kiosk.intend({ kind: 'next' });

async function practisesToTheReview(): Promise<void> {
  await kiosk.intend({ kind: 'startService', service: SENIOR_CARD, as: 'practise' });
  await go();
  await kiosk.intend({ kind: 'practiseCard', person: 'elder' });
  await go();
  await answer(kiosk, MOBILE_PHONE, PHONE);
  await answer(kiosk, DELIVERY_WAY, 'pickUp');
  await answer(kiosk, PICK_UP_PLACE, 'qingbo');
}

test('every page says that it is practice, no device is asked, and no record, number or paper comes of it', async () => {
  let numbers = 0;
  const reserve = kiosk.journal.reserveCaseNumbers;
  kiosk.journal.reserveCaseNumbers = (day, count) => {
    numbers += count;
    return reserve(day, count);
  };
  const before = kiosk.views.length;
  await practisesToTheReview();
  expect(kiosk.view().body.kind).toBe('review');
  await kiosk.intend({ kind: 'submit' });
  expect(kiosk.view()).toMatchObject({ title: '练习完了', primary: { label: '现在正式办理' } });
  for (const { marks, spoken } of kiosk.views.slice(before)) {
    expect(marks).toEqual([{ kind: 'practise', text: '练习：什么都不会提交' }]);
    expect(spoken).toMatch(/^练习/);
  }
  expect({ numbers, records: kiosk.journal.records, pages: kiosk.journal.pages.size }).toEqual({
    numbers: 0,
    records: [],
    pages: 0,
  });
  expect([kiosk.reader.commands, kiosk.printer.commands]).toEqual([[], []]);
});

test('from its end the real thing begins anew, with a real card and nothing of what was practised', async () => {
  await practisesToTheReview();
  await kiosk.intend({ kind: 'submit' });
  await go();
  expect(kiosk.view()).toMatchObject({ body: { kind: 'service' }, marks: [] });
  expect(JSON.stringify(kiosk.journal.snapshot())).not.toContain(PHONE);
  await kiosk.intend({ kind: 'startService', service: SENIOR_CARD });
  await go();
  await putDown(kiosk, LIN_XIAOYING);
  await go();
  expect(kiosk.view()).toMatchObject({ body: { kind: 'ask', element: MOBILE_PHONE, value: null }, marks: [] });
});

test('where it is for real, an invented card is no card', async () => {
  await kiosk.intend({ kind: 'startService', service: SENIOR_CARD });
  await go();
  await kiosk.intend({ kind: 'practiseCard', person: 'elder' });
  expect(kiosk.view().body).toMatchObject({ kind: 'identify', phase: 'waiting' });
});

test('practising goes on where it was after the power failed, and still submits nothing', async () => {
  await practisesToTheReview();
  const revived = await kiosk.crash();
  expect(revived.view()).toMatchObject({ body: { kind: 'review' }, marks: [{ kind: 'practise' }] });
  await revived.intend({ kind: 'submit' });
  expect(revived.view().title).toBe('练习完了');
  expect(revived.journal.records).toEqual([]);
});

test('whoever is refused in practice still has the service in the list', async () => {
  await kiosk.intend({ kind: 'addToCart', services: [SENIOR_CARD] });
  await kiosk.intend({ kind: 'startService', service: SENIOR_CARD, as: 'practise' });
  await go();
  await kiosk.intend({ kind: 'practiseCard', person: 'adult' });
  expect(kiosk.view().body).toMatchObject({ kind: 'check', outcome: 'notEligible' });
  await go();
  expect(kiosk.view()).toMatchObject({ body: { kind: 'service' }, cart: { count: 1 } });
});

test('a broken card reader hinders nobody who only practises', async () => {
  kiosk.availability.lose('CardReader', 'device.lost');
  await kiosk.settle();
  await practisesToTheReview();
  expect(kiosk.view().body.kind).toBe('review');
});
