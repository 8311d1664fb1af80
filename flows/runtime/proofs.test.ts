/** 参保缴费证明: looked up with the card, shown, and printed on A4 once; the hub knows the code before any paper is out. */
import { beforeAll, expect, test } from 'vitest';
import type { DocumentPort, PrintedPaper } from '#contract/document-port.ts';
import type { Found } from '#contract/found.ts';
import { maskName } from '#contract/mask-name.ts';
import { ServiceId } from '#contract/ids.ts';
import type { LookupPort } from '#contract/lookup.ts';
import type { ScreenBody } from '#contract/screen.ts';
import { fail, ok } from '#contract/result.ts';
import type { PaperDocument } from '#contract/paper.ts';
import { makeVerifyCode, writtenCode } from '#contract/verify-code.ts';
import { fewContent, wholeContent } from '#fixtures/release/kept-content.ts';
import { maskIdNumber } from '../language/masks.ts';
import { Step } from '../language/step.ts';
import type { Content } from '../release/content.ts';
import { LIN_XIAOYING } from '../testing/people.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import { putDown } from '../testing/visits.ts';

const SERVICE = ServiceId.parse('progress');
const CODE = makeVerifyCode(() => 3);
const edges = (codes: readonly string[], edge: string) => Object.fromEntries(codes.map((code) => [code, edge]));
const PRINTER = [
  ...['page.paperOut', 'page.tonerOut', 'page.coverOpen', 'page.jammed', 'page.notReady', 'page.silent'],
  ...['page.refused', 'page.signMissing', 'page.notMade'],
  ...['device.lost', 'device.missing', 'device.busy', 'device.canceled', 'device.protocol', 'device.notHeld'],
];

let content: Content;
beforeAll(async () => {
  const few = await fewContent();
  const model = few.services.get(SERVICE);
  const identify = model?.steps.find(({ kind }) => kind === 'identify');
  if (model === undefined || identify === undefined) throw new Error('no service to begin with');
  const lookup = { 'hub.away': 'retry', 'hub.refused': 'leave-safely' };
  const steps = [
    identify,
    Step.parse({ id: 'record', kind: 'lookup', source: 'socialInsurance', timeLimitSeconds: 15, faults: lookup }),
    Step.parse({
      id: 'proof',
      kind: 'print',
      when: 'socialInsurance.found',
      source: 'socialInsurance',
      title: { 'zh-CN': '参保缴费证明', en: 'Proof of contributions' },
      timeLimitSeconds: 90,
      faults: { ...edges(PRINTER, 'go-on'), 'page.paperOut': 'retry' },
      paragraphs: [
        {
          text: { 'zh-CN': '{name}累计缴费{months}个月。', en: '{name}: {months} months paid.' },
          values: { name: 'card.name', months: 'socialInsurance.monthsPaid' },
        },
      ],
    }),
  ];
  content = { ...few, services: new Map([...few.services, [SERVICE, { ...model, steps }]]) };
});

/** Remembers what it was asked to print, and ends as it is told. */
function a4Printer(ends: readonly PrintedPaper[]) {
  const printed: PaperDocument[] = [];
  const port: DocumentPort = {
    newCode: () => CODE,
    mark: () => 'a'.repeat(64),
    printDocument: async (document) => {
      printed.push(document);
      return ends[printed.length - 1] ?? { outcome: 'unconfirmed', fault: null };
    },
  };
  return { port, printed };
}

function office(monthsPaid: number | null, rows: Found['rows'] = []): LookupPort {
  return {
    find: async (lookup) => {
      if (lookup.lookup !== 'source') return fail('hub.refused');
      if (monthsPaid === null) return ok({ lookup: 'source', source: lookup.source, found: null });
      const fields = Object.entries(lookup.wanted.fields).map(([name, type]) => [
        name,
        type === 'number' || type === 'money'
          ? monthsPaid
          : type === 'yesNo'
            ? true
            : type === 'day'
              ? '2020-01-01'
              : '某',
      ]);
      return ok({ lookup: 'source', source: lookup.source, found: { fields: Object.fromEntries(fields), rows } });
    },
  };
}

async function looksUp(lookup: LookupPort, documents: DocumentPort | null): Promise<TestKiosk> {
  const kiosk = await testKiosk(content, { lookup, documents });
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: SERVICE });
  await kiosk.intend({ kind: 'startService', service: SERVICE });
  await putDown(kiosk, LIN_XIAOYING);
  await kiosk.settle();
  return kiosk;
}

const kinds = (kiosk: TestKiosk) => kiosk.journal.records.map(({ body }) => body.kind);

test('shown, offered, printed: the code is committed first and stands on the screen', async () => {
  const printer = a4Printer([{ outcome: 'printed', fault: null }]);
  const kiosk = await looksUp(office(128), printer.port);
  expect(kiosk.view().body).toMatchObject({ kind: 'lookup', phase: 'found' });
  expect(JSON.stringify(kiosk.view().body)).toContain('128');
  expect(kiosk.view().progress?.label).toContain('查询信息');
  await kiosk.intend({ kind: 'next' });
  expect(kiosk.view().others.map(({ intent }) => intent.kind)).toEqual(['decline']);
  await kiosk.intend({ kind: 'next' });
  await kiosk.settle();
  expect(kinds(kiosk)).toEqual(['document.issued', 'document.printed']);
  expect(kiosk.journal.records[0]?.body).toMatchObject({
    serviceTitle: content.services.get(SERVICE)?.title,
    stationName: { 'zh-CN': kiosk.view().station },
  });
  expect(kiosk.view().spoken).toContain(writtenCode(CODE));
  const paper = JSON.stringify(printer.printed);
  expect(paper).toContain('累计缴费128个月。');
  expect(paper.split(LIN_XIAOYING.idNumber)).toHaveLength(2);
  expect(printer.printed[0]?.footer).toContain(writtenCode(CODE));
  // What a checker compares is on record: the figures as printed, the person masked wherever it stands.
  const [issued] = kiosk.journal.records.map(({ body }) => body);
  if (issued?.kind !== 'document.issued') throw new Error('no proof was issued');
  expect(issued.shown).toContainEqual({ label: null, value: '林*英累计缴费128个月。' });
  expect(issued.shown).toContainEqual({ label: '累计缴费月数', value: '128个月' });
  expect(issued.shown?.slice(0, 2).map(({ value }) => value)).toEqual([
    maskName(LIN_XIAOYING.name),
    maskIdNumber(LIN_XIAOYING.idNumber),
  ]);
  expect(JSON.stringify(issued)).not.toContain(LIN_XIAOYING.name);
  // The citizen reads it as long as they like, and is reminded of the paper.
  await kiosk.pass(50_000);
  expect(kiosk.view().spoken).toContain(writtenCode(CODE));
  await kiosk.intend({ kind: 'next' });
  expect(kiosk.view().body).toMatchObject({ kind: 'goodbye' });
  expect(kiosk.view().spoken).toContain('请从出纸口拿好打印的纸');
});

test('whom a proof of ours is about stands above it, once: no sentence repeats the number or hides half of it', async () => {
  const { services } = await wholeContent();
  const proofs = [...services.values()].flatMap(({ steps }) => steps.filter((step) => step.kind === 'print'));
  const expressions = proofs.flatMap(({ paragraphs }) => paragraphs.flatMap(({ values }) => Object.values(values)));
  expect(proofs.length).toBeGreaterThan(3);
  expect(expressions.filter((expression) => expression.includes('idNumber'))).toEqual([]);
});

test('nothing is there: nothing is printed, and the citizen is told so', async () => {
  const printer = a4Printer([]);
  const kiosk = await looksUp(office(null), printer.port);
  expect(kiosk.view().body).toMatchObject({ kind: 'lookup', phase: 'nothing' });
  await kiosk.intend({ kind: 'next' });
  expect(kiosk.view().body.kind).toBe('goodbye');
  expect(printer.printed).toEqual([]);
});

test('no paper wanted, none printed, and no code is out', async () => {
  const kiosk = await looksUp(office(5), a4Printer([]).port);
  await kiosk.intend({ kind: 'next' });
  await kiosk.intend({ kind: 'decline' });
  expect(kiosk.view().body.kind).toBe('goodbye');
  expect(kinds(kiosk)).toEqual([]);
  expect(kiosk.view().spoken).not.toContain('出纸口');
});

test('page and paper show what was found as sources.yaml has it, and the page says how much more there is', async () => {
  const row = { year: '2026', employer: '望舒区月桥书店', months: 1, baseFen: 1 };
  const port = office(
    5,
    Array.from({ length: 13 }, () => row),
  );
  const printer = a4Printer([{ outcome: 'printed', fault: null }]);
  const kiosk = await looksUp(port, printer.port);
  const body = kiosk.view().body as Extract<ScreenBody, { kind: 'lookup' }>;
  const [whole, year] = body.entries.map(({ facts }) => facts.map(({ label }) => label));
  expect(whole?.slice(0, 3)).toEqual(['目前是否参保', '目前参保单位', '累计缴费月数']);
  expect(year).toEqual(['年度', '单位', '缴费月数', '月缴费基数']);
  expect(body.detail).toContain('历年缴费一共13条，下面是前12条。\n打印出来的纸上有全部内容。');
  await kiosk.intend({ kind: 'next' });
  await kiosk.intend({ kind: 'next' });
  await kiosk.settle();
  const table = printer.printed[0]?.blocks.find(({ kind }) => kind === 'table');
  expect(table).toMatchObject({ header: year, rows: { length: 13 } });
  expect(kiosk.journal.records[0]?.body).toMatchObject({
    shown: expect.arrayContaining([{ label: '历年缴费', value: '共13行' }]),
  });
});

test('out of paper may be tried again; where nobody knows what came out, it is never repeated', async () => {
  const ends: PrintedPaper[] = [
    { outcome: 'failed', fault: 'page.paperOut' },
    { outcome: 'unconfirmed', fault: null },
  ];
  const kiosk = await looksUp(office(5), a4Printer(ends).port);
  await kiosk.intend({ kind: 'next' });
  await kiosk.intend({ kind: 'next' });
  await kiosk.settle();
  expect(kiosk.view().others.map(({ intent }) => intent.kind)).toEqual(['retry']);
  await kiosk.intend({ kind: 'retry' });
  await kiosk.settle();
  expect(kiosk.view().others).toEqual([]);
  expect(kinds(kiosk).filter((kind) => kind === 'document.printed')).toHaveLength(2);
});

test('killed while it prints: what came out is unknown, and it isn’t printed again', async () => {
  const never: DocumentPort = { ...a4Printer([]).port, printDocument: () => new Promise(() => {}) };
  const before = await looksUp(office(5), never);
  await before.intend({ kind: 'next' });
  await before.intend({ kind: 'next' });
  await before.settle();
  const printer = a4Printer([]);
  const kiosk = await before.crash({ documents: printer.port });
  await kiosk.settle();
  expect(printer.printed).toEqual([]);
  const ended = kiosk.journal.records.map(({ body }) => body).find(({ kind }) => kind === 'document.printed');
  expect(ended).toMatchObject({ outcome: 'unconfirmed', code: CODE });
});

test('without an A4 printer the proof is told to be had elsewhere', async () => {
  const kiosk = await looksUp(office(5), null);
  await kiosk.intend({ kind: 'next' });
  await kiosk.intend({ kind: 'next' });
  await kiosk.settle();
  expect(kiosk.view().body.kind).toBe('info');
  expect(kinds(kiosk)).toEqual([]);
});

test('an A4 printer that is away concerns who wants the proof, and nobody else: it is no receipt', async () => {
  const kiosk = await testKiosk(content, { lookup: office(5) });
  kiosk.availability.lose('A4Printer', 'page.silent');
  await kiosk.settle();
  expect(kiosk.view().notice).toBeNull();
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: SERVICE });
  expect(kiosk.view().notice?.text).toContain('这里现在打印不了证明');
  expect(kiosk.view().primary?.intent.kind).toBe('startService');
});
