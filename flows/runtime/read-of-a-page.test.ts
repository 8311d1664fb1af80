/** What is read of a page fills in an answer, as long as there is this page and no other that says something else. */
import { beforeEach, expect, test } from 'vitest';
import { ElementId, ServiceId, type PageId } from '#contract/ids.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { OcrFault, PageRead } from '#contract/ocr.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import { manualClock, type ManualClock } from '../testing/manual-clock.ts';
import { LIN_XIAOYING } from '../testing/people.ts';
import { readPage } from '../testing/read-page.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import { answer, MOBILE_PHONE, PHONE, PICK_UP_PLACE, putDown } from '../testing/visits.ts';

const content = await fewContent();
const HOUSEHOLD_PROOF = ServiceId.parse('household-proof');
const NUMBER = ElementId.parse('registeredIdNumber');
const SIGNATURE = ElementId.parse('applicantSignature');
const [ID_NUMBER, OTHER_NUMBER] = ['990901199001010004', '990901198501010014'];
const BLANK = readPage('姓名', '');

let kiosk: TestKiosk;
let clock: ManualClock;
let timesGiven: number[];
/** What the page reader finds, page after page; nothing more: it is given all its time, in vain. */
let readings: PageRead[];

const take = (replaces: PageId | null = null): Promise<boolean> =>
  kiosk.takePage(kiosk.view().revision, { jpeg: '/9j/AAAA', codes: [], replaces });
const firstPage = (): PageId => {
  const { body } = kiosk.view();
  if (body.kind !== 'scan' || body.pages[0] === undefined) throw new Error(`no page at ${body.kind}`);
  return body.pages[0].page;
};
const next = (): Promise<boolean> => kiosk.intend({ kind: 'next' });
const back = (): Promise<boolean> => kiosk.intend({ kind: 'back' });

beforeEach(async () => {
  clock = manualClock();
  timesGiven = [];
  readings = [];
  const read = async (_page: unknown, given: { timeoutMs: number }): Promise<Result<PageRead, OcrFault>> => {
    timesGiven.push(given.timeoutMs);
    const reading = readings.shift();
    if (reading !== undefined) return ok(reading);
    clock.pass(given.timeoutMs);
    return fail('ocr.timeOut');
  };
  kiosk = await testKiosk(content, { pageReader: { read, prepare: () => {}, forget: async () => {} } }, clock);
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: HOUSEHOLD_PROOF });
  await kiosk.intend({ kind: 'startService', service: HOUSEHOLD_PROOF });
  await next();
  await putDown(kiosk, LIN_XIAOYING);
});

const ASKED_EMPTY = { kind: 'ask', element: NUMBER, value: null };
const seen = () => kiosk.view().body;

async function toTheEnd(): Promise<void> {
  await answer(kiosk, MOBILE_PHONE, PHONE);
  await answer(kiosk, PICK_UP_PLACE, 'qingbo');
  await answer(kiosk, SIGNATURE, 'M100 100L400 100L250 300');
  await kiosk.intend({ kind: 'submit' });
}

test('it is filled in and says where it stands', async () => {
  readings = [readPage('公民身份号码', ID_NUMBER)];
  await take();
  const page = firstPage();
  await next();
  expect(seen()).toMatchObject({ kind: 'ask', element: NUMBER, value: ID_NUMBER, read: { sure: true, page } });
  await next();
  await toTheEnd();
  expect(kiosk.journal.records[0]?.body).toMatchObject({
    answers: [{ element: NUMBER, value: ID_NUMBER, source: 'scan' }, {}, {}, { element: SIGNATURE, source: 'drawn' }],
  });
});

test('a page taken again takes what was read of the old one with it', async () => {
  readings = [readPage('公民身份号码', ID_NUMBER), BLANK];
  await take();
  await next();
  await back();
  await take(firstPage());
  await next();
  expect(seen()).toMatchObject(ASKED_EMPTY);
  expect(seen()).not.toHaveProperty('read');
});

test.each([
  ['that was removed', () => kiosk.intend({ kind: 'removePage', page: firstPage() })],
  ['that still lies there', async () => {}],
])('a page %s, and the paper brought later: nothing of it goes out with the case', async (_page, before) => {
  readings = [readPage('公民身份号码', ID_NUMBER)];
  await take();
  await next();
  await back();
  await before();
  await kiosk.intend({ kind: 'defer' });
  expect(kiosk.journal.pages.size).toBe(0);
  expect(seen()).toMatchObject(ASKED_EMPTY);
  await answer(kiosk, NUMBER, ID_NUMBER);
  await toTheEnd();
  expect(kiosk.journal.records[0]?.body).toMatchObject({
    materials: [{ pages: 0 }],
    answers: [{ element: NUMBER, source: 'typed' }, {}, {}, {}],
  });
});

test('what the citizen wrote instead stays when its page goes', async () => {
  readings = [readPage('公民身份号码', ID_NUMBER), BLANK];
  await take();
  await next();
  await answer(kiosk, NUMBER, OTHER_NUMBER);
  while (seen().kind !== 'scan') await back();
  await take(firstPage());
  await next();
  expect(seen()).toMatchObject({ element: NUMBER, value: OTHER_NUMBER });
  expect(seen()).not.toHaveProperty('read');
});

test('read anew without finding it, the value found before goes', async () => {
  readings = [readPage('公民身份号码', ID_NUMBER), BLANK, BLANK];
  await take();
  await next();
  await back();
  await take();
  await next();
  expect(seen()).toMatchObject(ASKED_EMPTY);
});

test('two pages that say different things fill in nothing, though each has its check digit right', async () => {
  readings = [readPage('公民身份号码', ID_NUMBER), readPage('公民身份号码', OTHER_NUMBER)];
  await take();
  await take();
  await next();
  expect(seen()).toMatchObject(ASKED_EMPTY);
  expect(seen()).not.toHaveProperty('read');
});

test('two pages that agree, or of which one says nothing, fill it in', async () => {
  readings = [BLANK, readPage('公民身份号码', ID_NUMBER)];
  await take();
  await take();
  await next();
  expect(seen()).toMatchObject({ kind: 'ask', value: ID_NUMBER });
});

test('all pages together have one deadline', async () => {
  await take();
  await take();
  await next();
  await kiosk.settle();
  expect(timesGiven).toEqual([20_000]);
  expect(seen()).toMatchObject(ASKED_EMPTY);
});
