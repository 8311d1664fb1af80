/** Papers under the camera: kept with the session before the next screen, sent with their case, gone with the citizen. */
import { beforeEach, expect, test } from 'vitest';
import type { CapturedPage } from '#contract/camera.ts';
import { ElementId, ServiceId } from '#contract/ids.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import { LIN_XIAOYING } from '../testing/people.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import { answer, MOBILE_PHONE, PHONE, PICK_UP_PLACE, putDown } from '../testing/visits.ts';

const content = await fewContent();
const HOUSEHOLD_PROOF = ServiceId.parse('household-proof');
const NUMBER = ElementId.parse('registeredIdNumber');
const SIGNATURE = ElementId.parse('applicantSignature');
const ID_NUMBER = '990901199001010004';
/** Not a picture, but it begins like one. */
const JPEG = '/9j/AAAA';
const OTHER_JPEG = '/9j/BBBB';

let kiosk: TestKiosk;
const take = (jpeg = JPEG): Promise<boolean> =>
  kiosk.takePage(kiosk.view().revision, { jpeg, codes: [], replaces: null });
const scan = () => {
  const { body } = kiosk.view();
  if (body.kind !== 'scan') throw new Error(`not at the camera: ${body.kind}`);
  return body;
};
const toTheCamera = async (): Promise<void> => {
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: HOUSEHOLD_PROOF });
  await kiosk.intend({ kind: 'startService', service: HOUSEHOLD_PROOF });
  await kiosk.intend({ kind: 'next' });
  await putDown(kiosk, LIN_XIAOYING);
};
const toTheEnd = async (): Promise<void> => {
  if (kiosk.view().body.kind === 'ask') await answer(kiosk, NUMBER, ID_NUMBER);
  await answer(kiosk, MOBILE_PHONE, PHONE);
  await answer(kiosk, PICK_UP_PLACE, 'qingbo');
  await answer(kiosk, SIGNATURE, 'M100 100L400 100L250 300');
  await kiosk.intend({ kind: 'submit' });
};
const kinds = (): readonly string[] => kiosk.journal.records.map(({ body }) => body.kind);

beforeEach(async () => {
  kiosk = await testKiosk(content);
  await toTheCamera();
});

test('a page is in the journal before the screen that shows it, and only one taken on the current view', async () => {
  expect(scan().pages).toEqual([]);
  const { revision } = kiosk.view();
  expect(await take()).toBe(true);
  const [page] = scan().pages;
  expect([...kiosk.journal.pages]).toEqual([[page?.page, JPEG]]);
  expect(await kiosk.takePage(revision, { jpeg: OTHER_JPEG, codes: [], replaces: null })).toBe(false);
  expect(kiosk.journal.pages.size).toBe(1);
});

test('no more pages than the paper has; one taken again takes the place of the first, whose picture goes', async () => {
  await take();
  await take();
  expect(await take()).toBe(false);
  const [first, second] = scan().pages;
  const { revision } = kiosk.view();
  if (first === undefined) throw new Error('no page');
  expect(await kiosk.takePage(revision, { jpeg: OTHER_JPEG, codes: [], replaces: first.page })).toBe(true);
  const again = scan().pages[0];
  expect(again?.page).not.toBe(first.page);
  expect([...kiosk.journal.pages.keys()].toSorted()).toEqual([again?.page, second?.page].toSorted());
  await kiosk.intend({ kind: 'removePage', page: again?.page ?? first.page });
  expect(scan().pages.map(({ page }) => page)).toEqual([second?.page]);
  expect([...kiosk.journal.pages.keys()]).toEqual([second?.page]);
});

test('a page that is only turned keeps the codes that were found on it', async () => {
  const codes = [{ symbology: 'QRCode', text: 'invoice 0042' }];
  const keep = (page: Pick<CapturedPage, 'codes' | 'replaces'>): Promise<boolean> =>
    kiosk.takePage(kiosk.view().revision, { jpeg: JPEG, ...page });
  await keep({ codes, replaces: null });
  await keep({ codes: null, replaces: scan().pages[0]?.page ?? null });
  await keep({ codes: [], replaces: null });
  await kiosk.intend({ kind: 'next' });
  await toTheEnd();
  const pages = kiosk.journal.records.map(({ body }) => body).filter(({ kind }) => kind === 'page.attached');
  expect(pages).toMatchObject([{ codes }, { codes: [] }]);
});

test('pages come with the case, in the same commit, each with its place; at goodbye nothing of them is left', async () => {
  await take();
  await take(OTHER_JPEG);
  await kiosk.intend({ kind: 'next' });
  await toTheEnd();
  expect(kinds()).toEqual(['case.submitted', 'page.attached', 'page.attached']);
  const [submitted, ...pages] = kiosk.journal.records.map(({ body }) => body);
  expect(submitted).toMatchObject({ materials: [{ material: 'household-page', pages: 2, deferredWorkdays: null }] });
  expect(pages).toMatchObject([
    { page: 1, of: 2, jpeg: JPEG },
    { page: 2, of: 2, jpeg: OTHER_JPEG },
  ]);
  kiosk.printer.running('print').succeed({ outcome: 'printed', paper: 'ok' });
  await kiosk.settle();
  await kiosk.intend({ kind: 'leave' });
  await kiosk.intend({ kind: 'next' });
  expect(kiosk.journal.pages.size).toBe(0);
});

test('whoever finds it after all goes back and lays it down: nothing is owed then', async () => {
  await kiosk.intend({ kind: 'defer' });
  await kiosk.intend({ kind: 'back' });
  await take();
  await kiosk.intend({ kind: 'next' });
  await toTheEnd();
  expect(kiosk.journal.records[0]?.body).toMatchObject({ materials: [{ pages: 1, deferredWorkdays: null }] });
});

test('whoever has not got it at hand brings it later: the case says until when', async () => {
  const later = kiosk.view().others.find(({ intent }) => intent.kind === 'defer');
  expect(later?.label).toContain('10');
  await kiosk.intend({ kind: 'defer' });
  await toTheEnd();
  expect(kinds()).toEqual(['case.submitted']);
  const owed = { pages: 0, deferredWorkdays: 10, deferredUntil: '2026-12-04' };
  expect(kiosk.journal.records[0]?.body).toMatchObject({ materials: [owed] });
  const said = expect.stringMatching(/^还要补交：.*最晚2026年12月4日送到服务窗口/);
  expect(kiosk.view().body).toMatchObject({ kind: 'receipt', nextSteps: expect.arrayContaining([said]) });
  expect(kiosk.printer.running('print').payload).toMatchObject({
    blocks: expect.arrayContaining([{ kind: 'text', text: said, align: 'left' }]),
  });
});

test.each(['camera.absent', 'camera.black', 'camera.frozen', 'device.lost'] as const)(
  '%s: said, and the citizen tries again or brings the paper later',
  async (fault) => {
    await kiosk.cameraFailed(fault);
    expect(scan().phase).toBe('trouble');
    expect(kiosk.view().primary?.intent).toEqual({ kind: 'retry' });
    expect(kiosk.view().others.map(({ intent }) => intent.kind)).toContain('defer');
    await kiosk.intend({ kind: 'retry' });
    expect(scan().phase).toBe('capturing');
  },
);

test('where trying again is of no use, bringing it later is the large button, and nobody is told to try again', async () => {
  await kiosk.cameraFailed('camera.other');
  const { primary, others } = kiosk.view();
  expect(primary?.intent).toEqual({ kind: 'defer' });
  expect(others.map(({ intent }) => intent.kind)).not.toContain('defer');
  expect(scan().detail).not.toContain('重试');
});

test('a camera in trouble elsewhere changes nothing on the screen', async () => {
  await take();
  await kiosk.intend({ kind: 'next' });
  const { revision } = kiosk.view();
  await kiosk.cameraFailed('device.lost');
  expect(kiosk.view().revision).toBe(revision);
});

test('after a crash of the process the pages are there again', async () => {
  await take();
  const before = scan().pages;
  kiosk = await kiosk.crash();
  expect(scan().pages).toEqual(before);
  expect(await kiosk.readPage(before[0]?.page ?? ('' as never))).toBe(JPEG);
});

test('a kiosk whose camera is away says so to whoever chooses such a service, and to nobody else', async () => {
  kiosk = await testKiosk(content);
  kiosk.availability.lose('Camera', 'camera.absent');
  await kiosk.intend({ kind: 'begin' });
  expect(kiosk.view().notice).toBeNull();
  await kiosk.intend({ kind: 'openService', service: HOUSEHOLD_PROOF });
  expect(kiosk.view().notice?.text).toContain('材料以后再补交');
  expect(kiosk.view().notice?.text).not.toContain('凭条');
});
