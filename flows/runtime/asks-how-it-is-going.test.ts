/** A citizen asks how it is going: the card opens their own cases, and a line that is down has a way on and a way out. */
import { beforeAll, expect, test } from 'vitest';
import { makeCaseNumber } from '#contract/case-number.ts';
import type { CaseProgress } from '#contract/hub-desk.ts';
import { ServiceId } from '#contract/ids.ts';
import type { Lookup, LookupFault, LookupPort, LookupReply } from '#contract/lookup.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import type { Content } from '../release/content.ts';
import { LIN_XIAOYING } from '../testing/people.ts';
import { STATION, testKiosk, type TestKiosk, TODAY } from '../testing/test-kiosk.ts';
import { putDown } from '../testing/visits.ts';

const PROGRESS = ServiceId.parse('progress');
const RETURNED: CaseProgress = {
  caseNumber: makeCaseNumber(STATION, TODAY, 7),
  service: ServiceId.parse('birth-registration'),
  title: { 'zh-CN': '出生登记', en: 'Birth Registration' },
  state: 'returned',
  submittedAt: Date.parse('2026-11-20T03:00:00Z'),
  changedAt: Date.parse('2026-11-21T02:00:00Z'),
  dueDay: '2026-11-25',
  reason: '证明编号与医院记录不一致，请核对后再来。',
  parts: [],
  owed: [],
};

let content: Content;
beforeAll(async () => {
  content = await fewContent();
});

/** A line that keeps each question until the test answers it. */
function heldLine() {
  const asked: { readonly lookup: Lookup; answer(reply: Result<LookupReply, LookupFault>): void }[] = [];
  const port: LookupPort = {
    find: (lookup) =>
      new Promise((answer) => {
        asked.push({ lookup, answer });
      }),
  };
  return { asked, port };
}

async function asks(lookup: LookupPort | null): Promise<TestKiosk> {
  const kiosk = await testKiosk(content, { lookup });
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: PROGRESS });
  await kiosk.intend({ kind: 'startService', service: PROGRESS });
  await putDown(kiosk, LIN_XIAOYING);
  return kiosk;
}

test('a returned case is shown with its reason; nothing is submitted, printed or rated', async () => {
  const line = heldLine();
  const kiosk = await asks(line.port);
  expect(kiosk.view()).toMatchObject({ body: { kind: 'lookup', phase: 'asking' }, leave: expect.anything() });
  expect(line.asked[0]?.lookup).toEqual({ lookup: 'progress', idNumber: LIN_XIAOYING.idNumber });
  line.asked[0]?.answer(ok({ lookup: 'progress', cases: [RETURNED] }));
  await kiosk.settle();
  const view = kiosk.view();
  expect(view.body).toMatchObject({
    kind: 'lookup',
    phase: 'found',
    entries: [
      {
        title: '出生登记',
        tone: 'attention',
        state: '已退回',
        reason: '退回原因：证明编号与医院记录不一致，请核对后再来。',
        facts: [
          { value: RETURNED.caseNumber },
          { label: '提交日期', value: '2026年11月20日' },
          { label: '最近变动', value: '2026年11月21日' },
        ],
      },
    ],
  });
  expect(view.spoken).toContain('退回原因：证明编号与医院记录不一致');
  await kiosk.intend({ kind: 'next' });
  expect(kiosk.view().body.kind).toBe('goodbye');
  expect(kiosk.journal.records).toEqual([]);
  expect(kiosk.printer.commands).toEqual([]);
});

test('who has no case is told so', async () => {
  const line = heldLine();
  const kiosk = await asks(line.port);
  line.asked[0]?.answer(ok({ lookup: 'progress', cases: [] }));
  await kiosk.settle();
  expect(kiosk.view().body).toMatchObject({ phase: 'nothing', headline: '没有找到您的办件', entries: [] });
});

test('the line is down: try again, and it comes', async () => {
  const line = heldLine();
  const kiosk = await asks(line.port);
  line.asked[0]?.answer(fail('hub.away'));
  await kiosk.settle();
  expect(kiosk.view()).toMatchObject({
    body: { phase: 'trouble', headline: '网络暂时不通' },
    primary: { label: '重试' },
  });
  await kiosk.intend({ kind: 'retry' });
  line.asked[1]?.answer(ok({ lookup: 'progress', cases: [RETURNED] }));
  await kiosk.settle();
  expect(kiosk.view().body).toMatchObject({ phase: 'found' });
});

test.each([
  ['refuses', () => fail('hub.refused' as const)],
  ['answers something else', (): Result<LookupReply, LookupFault> => ok({ lookup: 'promiseList', barred: null })],
])('a hub that %s can only be left', async (_, reply) => {
  const line = heldLine();
  const kiosk = await asks(line.port);
  line.asked[0]?.answer(reply());
  await kiosk.settle();
  expect(kiosk.view()).toMatchObject({ body: { phase: 'trouble' }, primary: { label: '结束办理' } });
  await kiosk.intend({ kind: 'leave' });
  expect(kiosk.view().body.kind).toBe('goodbye');
});

test('a kiosk without a line says so at once', async () => {
  const kiosk = await asks(null);
  expect(kiosk.view().body).toMatchObject({ phase: 'trouble', headline: '网络暂时不通' });
});

test('the process died while asking: it asks again by itself', async () => {
  const line = heldLine();
  const kiosk = await asks(line.port);
  const revived = await kiosk.crash();
  expect(line.asked).toHaveLength(2);
  line.asked[1]?.answer(ok({ lookup: 'progress', cases: [RETURNED] }));
  await revived.settle();
  expect(revived.view().body).toMatchObject({ phase: 'found' });
});

test('it is nothing for the cart', async () => {
  const kiosk = await testKiosk(content);
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'addToCart', services: [PROGRESS] });
  expect(kiosk.view().cart?.count).toBe(0);
  await kiosk.intend({ kind: 'openService', service: PROGRESS });
  expect(kiosk.view().others.map(({ intent }) => intent.kind)).not.toContain('addToCart');
});
