/** One citizen from the first touch to being forgotten, and what is kept of it. */
import { beforeAll, expect, test } from 'vitest';
import { Receipt } from '#contract/devices/printer.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import type { Content } from '../release/content.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { CHEN_QINGBO, LIN_XIAOYING } from '../testing/people.ts';
import { testKiosk } from '../testing/test-kiosk.ts';
import * as visits from '../testing/visits.ts';

let content: Content;
beforeAll(async () => {
  content = await fewContent();
});

test('a citizen applies, takes the receipt, rates, and is forgotten', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheRating(kiosk);
  await kiosk.intend({ kind: 'rate', service: visits.SENIOR_CARD, level: 4 });
  expect(kiosk.view().body.kind).toBe('goodbye');
  kiosk.reader.running('awaitRemoval').succeed(null);
  await kiosk.pass(8_000);
  expect(kiosk.view().body.kind).toBe('attract');
  expect(kiosk.journal.snapshot()).toBeNull();
  expect(kiosk.forNewPages).toEqual([kiosk.view().revision]);
  expect(kiosk.holder()).toBeNull();

  const bodies = kiosk.journal.records.map(({ body }) => body);
  const [submitted, reported, rated] = bodies;
  if (submitted?.kind !== 'case.submitted') throw new Error('no case');
  expect(bodies).toHaveLength(3);
  expect(submitted).toMatchObject({ applicant: LIN_XIAOYING, promisedWorkdays: 5, language: 'zh-CN', release: 1 });
  expect(submitted.answers.map((row) => row.value)).toEqual([visits.PHONE, 'pickUp', 'qingbo']);
  // Handed in on a Saturday: the five workdays are counted from Monday.
  expect(submitted.dueDay).toBe('2026-11-30');
  const { caseNumber } = submitted;
  expect(reported).toMatchObject({ kind: 'receipt.reported', caseNumbers: [caseNumber], outcome: 'printed' });
  expect(rated).toMatchObject({ kind: 'rating.given', caseNumber, level: 4 });
});

test('what is decided in another region has the time for the way there and back', async () => {
  const senior = content.services.get(visits.SENIOR_CARD);
  if (senior === undefined) throw new Error('no senior card');
  const services = new Map([[visits.SENIOR_CARD, { ...senior, decidedIn: visits.PICK_UP_PLACE }]]);
  const word = { 'zh-CN': '远方', en: 'Far' };
  const regions = { qingbo: { name: word, office: word, phone: '0000', extraWorkdays: 3 } };
  const kiosk = await testKiosk({ ...content, services, regions });
  await visits.walkToTheReceipt(kiosk);
  expect(kiosk.journal.records[0]?.body).toMatchObject({
    promisedWorkdays: 8,
    dueDay: '2026-12-03',
    decidedIn: { region: 'qingbo', office: word },
  });
  const promised = { label: '最晚办好', value: '2026年12月3日' };
  expect(kiosk.view().body).toMatchObject({ kind: 'receipt', cases: [{ facts: [{ label: '办件编号' }, promised] }] });
});

test('what is paid when it is ready stands on the screen and on the receipt; what costs nothing says nothing of it', async () => {
  const senior = content.services.get(visits.SENIOR_CARD);
  const fee = Object.keys(content.fees).find((id) => content.fees[id]?.paid === 'atPickUp');
  if (senior === undefined || fee === undefined) throw new Error('nothing to begin with');
  const fees = { ...content.fees, [fee]: { ...content.fees[fee], amountFen: 2500 } } as Content['fees'];
  const services = new Map([[visits.SENIOR_CARD, { ...senior, fees: [{ fee, quantity: '2' }] }]]);
  for (const [release, shown] of [
    [{ ...content, services, fees } as Content, [{ label: '办好时缴费', value: '50.00元' }]],
    [content, []],
  ] as const) {
    const kiosk = await testKiosk(release);
    await visits.walkToTheReceipt(kiosk);
    const { body } = kiosk.view();
    expect(body.kind === 'receipt' && body.cases[0]?.facts.slice(2)).toEqual(shown);
    const { blocks } = Receipt.parse(kiosk.printer.running('print').payload);
    const onPaper = blocks.filter((block) => block.kind === 'pair' && block.label === '办好时缴费');
    expect(onPaper).toEqual(shown.map((fact) => ({ kind: 'pair', ...fact })));
  }
});

test('the receipt names the case and nobody', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReceipt(kiosk);
  const paper = Receipt.parse(kiosk.printer.running('print').payload);
  const text = JSON.stringify(paper);
  for (const secret of [LIN_XIAOYING.name, LIN_XIAOYING.idNumber, visits.PHONE, LIN_XIAOYING.address ?? ''])
    expect(text).not.toContain(secret);
  const body = kiosk.journal.records[0]?.body;
  const number = body?.kind === 'case.submitted' ? body.caseNumber : '';
  expect(paper.blocks[0]).toEqual({ kind: 'title', text: '收件凭条' });
  expect(paper.blocks.filter((block) => block.kind === 'qr')).toEqual([{ kind: 'qr', data: number }]);
  for (const part of ['老年人优待证', '月桥24小时政务服务厅', '2026-11-21 19:05', '望舒区月桥路18号一楼'])
    expect(text).toContain(part);
  expect(paper.blocks).toContainEqual({ kind: 'pair', label: '最晚办好', value: '2026年11月30日' });
});

test('an answer changed to something that needs no more questions leaves the old one out of the case', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReview(kiosk);
  await kiosk.intend({ kind: 'edit', element: visits.DELIVERY_WAY });
  await visits.answer(kiosk, visits.DELIVERY_WAY, 'post');
  expect(kiosk.view().body.kind).toBe('review');
  await kiosk.intend({ kind: 'submit' });
  const body = kiosk.journal.records[0]?.body;
  expect(body?.kind === 'case.submitted' && body.answers.map((row) => row.element)).toEqual([
    'mobilePhone',
    'deliveryWay',
  ]);
});

test('an answer changed to something that needs one more question asks it before the review', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReader(kiosk);
  await visits.putDown(kiosk, LIN_XIAOYING);
  await kiosk.intend({ kind: 'next' });
  await visits.answer(kiosk, visits.MOBILE_PHONE, visits.PHONE);
  await visits.answer(kiosk, visits.DELIVERY_WAY, 'post');
  expect(kiosk.view().body.kind).toBe('review');
  await kiosk.intend({ kind: 'edit', element: visits.DELIVERY_WAY });
  await visits.answer(kiosk, visits.DELIVERY_WAY, 'pickUp');
  expect(kiosk.view().body).toMatchObject({ kind: 'ask', element: 'pickUpPlace' });
  await visits.answer(kiosk, visits.PICK_UP_PLACE, 'yueqiao');
  expect(kiosk.view().body.kind).toBe('review');
});

test('a wrong number is told so, and the right one before it is not taken in its place', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReview(kiosk);
  await kiosk.intend({ kind: 'edit', element: visits.MOBILE_PHONE });
  await kiosk.intend({ kind: 'answer', element: visits.MOBILE_PHONE, value: '12345678901' });
  await kiosk.intend({ kind: 'next' });
  const { body } = kiosk.view();
  expect(body).toMatchObject({ kind: 'ask', value: '12345678901' });
  expect(body.kind === 'ask' && body.problem).toContain('11位');
});

test('nothing is shown and nothing begins before it is on disk', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReview(kiosk);
  const shown = kiosk.views.length;
  kiosk.journal.fail();
  await expect(kiosk.intend({ kind: 'submit' })).rejects.toThrow('fsync');
  expect(kiosk.views).toHaveLength(shown);
  expect(kiosk.view().body.kind).toBe('review');
  expect(kiosk.printer.commands).toEqual([]);
  // The process is told to end, once, and nothing goes on meanwhile.
  expect(kiosk.crashes).toEqual([new Error('fsync failed')]);
  expect(await kiosk.intend({ kind: 'submit' })).toBe(false);
  await kiosk.pass(600_000);
  expect(kiosk.views).toHaveLength(shown);
  expect(kiosk.crashes).toHaveLength(1);
});

test('a screen that can’t be drawn ends the process instead of standing still', async () => {
  const kiosk = await testKiosk(content, {
    publish: (view) => {
      if (view.body.kind === 'catalogue') throw new Error('not drawn');
    },
  });
  await expect(kiosk.intend({ kind: 'begin' })).rejects.toThrow('not drawn');
  expect(kiosk.crashes).toEqual([new Error('not drawn')]);
});

test('what fails because the kiosk is being closed ends nothing', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReview(kiosk);
  const reserving = Promise.withResolvers<never>();
  kiosk.journal.reserveCaseNumbers = () => reserving.promise;
  await kiosk.intend({ kind: 'submit' });
  await kiosk.stop();
  reserving.reject(new Error('the store was closed'));
  await kiosk.settle();
  expect(kiosk.crashes).toEqual([]);
});

test('the day of a visit is the station’s, however late it is at Greenwich', async () => {
  const kiosk = await testKiosk(content, {}, manualClock(Date.UTC(2026, 10, 21, 16, 30)));
  await visits.walkToTheReceipt(kiosk);
  expect(kiosk.journal.records[0]?.body).toMatchObject({
    day: '2026-11-22',
    caseNumber: expect.stringMatching(/^micro-centre-1-20261122-0001-/),
  });
});

test('someone turns 60 at midnight in the hall, and not before', async () => {
  for (const [at, outcome] of [
    [Date.UTC(2026, 11, 31, 15, 59), 'notEligible'],
    [Date.UTC(2026, 11, 31, 16, 0), 'eligible'],
  ] as const) {
    const kiosk = await testKiosk(content, {}, manualClock(at));
    await visits.walkToTheReader(kiosk);
    await visits.putDown(kiosk, CHEN_QINGBO);
    expect(kiosk.view().body).toMatchObject({ kind: 'check', outcome });
  }
});

test('the first view follows those that were shown before the session', async () => {
  const kiosk = await testKiosk(content, { firstRevision: 7 });
  expect(kiosk.view().revision).toBe(7);
});

test('every step is one commit', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReview(kiosk);
  // The attract screen was shown without a session; every view after it followed a commit.
  expect(kiosk.journal.commits).toBe(kiosk.views.length - 1);
});

test('the review shows where it would be sent: the street at once, the door when asked; a card without it has no such row', async () => {
  const addressOf = async (card: typeof LIN_XIAOYING) => {
    const kiosk = await testKiosk(content);
    await visits.walkToTheReview(kiosk, card);
    const { body } = kiosk.view();
    const [person] = body.kind === 'review' ? body.groups : [];
    return person?.rows.find(({ label }) => label === '证件上的地址');
  };
  expect(await addressOf(LIN_XIAOYING)).toMatchObject({
    value: '望舒区月桥路**号*幢***室',
    edit: null,
    reveal: { value: '望舒区月桥路99号2幢301室', show: '显示' },
  });
  expect(await addressOf({ ...LIN_XIAOYING, address: undefined })).toBeUndefined();
});

test('a touch on a screen that is gone is dropped', async () => {
  const kiosk = await testKiosk(content);
  await kiosk.intend({ kind: 'begin' });
  const { revision } = kiosk.view();
  const touches = [1, 2].map(() => kiosk.intendOn(revision, { kind: 'openService', service: visits.SENIOR_CARD }));
  expect(await Promise.all(touches)).toEqual([true, false]);
});

test('changing language and text size anywhere loses nothing', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReview(kiosk);
  await kiosk.intend({ kind: 'language', language: 'en' });
  await kiosk.intend({ kind: 'scale', scale: 'elder' });
  const view = kiosk.view();
  expect(view).toMatchObject({ language: 'en', scale: 'elder', title: 'Please check' });
  expect(view.body.kind === 'review' && view.body.groups[1]?.rows.map((row) => row.value)).toEqual([
    '138****5678',
    'Pick it up',
    'Qingbo Community Service Station',
  ]);
  await kiosk.intend({ kind: 'submit' });
  expect(kiosk.journal.records[0]?.body).toMatchObject({ language: 'en' });
});
