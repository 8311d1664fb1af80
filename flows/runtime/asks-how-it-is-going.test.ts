/** A citizen asks how it is going: the card opens their own cases, and a line that is down has a way on and a way out. */
import { beforeAll, expect, test } from 'vitest';
import { makeCaseNumber } from '#contract/case-number.ts';
import type { CaseProgress } from '#contract/hub-desk.ts';
import { MaterialId, ServiceId } from '#contract/ids.ts';
import { type Lookup, type LookupFault, type LookupPort, LookupReply } from '#contract/lookup.ts';
import { reading } from '#contract/message.ts';
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

test('of several offices each says how its part stands, and what was not granted has its reason', async () => {
  const part = {
    title: { 'zh-CN': '用水报装', en: 'Water' },
    office: { 'zh-CN': '望舒区供水服务所', en: 'Wangshu Water Service' },
    dueDay: '2026-11-27',
    reason: null,
  };
  const gas = { ...part, title: { 'zh-CN': '用气报装', en: 'Gas' } };
  const parts: CaseProgress['parts'] = [
    { ...part, state: 'accepted' },
    { ...gas, state: 'refused', reason: '缺少规划图' },
  ];
  const line = heldLine();
  const kiosk = await asks(line.port);
  const open: CaseProgress = { ...RETURNED, state: 'accepted', reason: null, parts };
  const partly: CaseProgress = {
    ...open,
    state: 'completed',
    parts: [{ ...part, state: 'completed' }, ...parts.slice(1)],
  };
  line.asked[0]?.answer(ok({ lookup: 'progress', cases: [open, partly] }));
  await kiosk.settle();
  const view = kiosk.view();
  expect(view.body).toMatchObject({
    entries: [
      {
        state: '已受理，正在办',
        parts: [
          { title: '用水报装', state: '正在办', detail: '望舒区供水服务所，最晚2026年11月27日办好', reason: null },
          { title: '用气报装', state: '没有通过', tone: 'attention', reason: '没有通过的原因：缺少规划图' },
        ],
        reason: null,
        nextStep: null,
      },
      { state: '部分办好', tone: 'attention', nextStep: expect.stringContaining('已经办好的不受影响') },
    ],
  });
  expect(view.spoken).toContain('用气报装：没有通过');
});

test('what is still to be brought is told with its day; when that has passed nobody says that all is lost', async () => {
  const owed = (dueDay: string) => ({
    material: MaterialId.parse('premises-lease'),
    label: { 'zh-CN': '租房合同', en: 'the lease' },
    dueDay,
  });
  const line = heldLine();
  const kiosk = await asks(line.port);
  const cases: CaseProgress[] = [
    { ...RETURNED, state: 'accepted', reason: null, owed: [owed('2026-12-04'), owed('2026-01-05')] },
  ];
  line.asked[0]?.answer(ok({ lookup: 'progress', cases }));
  await kiosk.settle();
  const view = kiosk.view();
  expect(view.body).toMatchObject({
    entries: [
      {
        bring: [
          '还要补交：租房合同。最晚2026年12月4日送到服务窗口，报办件编号。',
          expect.stringMatching(/^还没补交：租房合同，期限是2026年1月5日，已经过了。.*不会自动退回。$/),
        ],
      },
    ],
  });
  expect(view.spoken).toContain('最晚2026年12月4日');
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

test('a hub of a newer version knows states that this kiosk does not: the citizen is sent to somebody who does', async () => {
  const came = {
    lookup: 'progress',
    note: 'a field of its own',
    cases: [
      { ...RETURNED, state: 'suspended', until: '2027-01-04' },
      {
        ...RETURNED,
        state: 'accepted',
        reason: null,
        parts: [
          { title: RETURNED.title, office: RETURNED.title, state: 'forwarded', dueDay: '2026-11-27', reason: '转办' },
        ],
      },
    ],
  };
  const line = heldLine();
  const kiosk = await asks(line.port);
  line.asked[0]?.answer(ok(reading(LookupReply).parse(came)));
  await kiosk.settle();
  const ask = '请到服务窗口问最新情况';
  expect(kiosk.view().body).toMatchObject({
    phase: 'found',
    entries: [
      { title: '出生登记', state: ask, reason: null, nextStep: null, facts: [{ value: RETURNED.caseNumber }, {}, {}] },
      { state: '已受理，正在办', parts: [{ state: ask, reason: null }] },
    ],
  });
  expect(kiosk.view().spoken).toContain(ask);
  await kiosk.intend({ kind: 'language', language: 'en' });
  expect(kiosk.view().body).toMatchObject({ entries: [{ state: 'Please ask at the counter' }, {}] });
});
