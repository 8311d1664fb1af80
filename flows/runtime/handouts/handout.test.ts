/** A citizen looks up what to bring: asked only what decides, told exactly, printed once, and nothing is kept. */
import { beforeAll, expect, test } from 'vitest';
import { ElementId, ServiceId } from '#contract/ids.ts';
import { type PaperDocument, PaperDocument as Paper } from '#contract/paper.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import type { Content } from '../../release/content.ts';
import { testKiosk } from '../../testing/test-kiosk.ts';
import { answer } from '../../testing/visits.ts';
import { codesOf } from './handout-codes.ts';

const ALLOWANCE = ServiceId.parse('birth-allowance');

let content: Content;
beforeAll(async () => {
  content = await fewContent();
});

async function atTheList(payout: string, documents: { readonly printed: PaperDocument[] } | null = null) {
  const kiosk = await testKiosk(content, {
    documents:
      documents === null
        ? null
        : {
            newCode: () => {
              throw new Error('a list has no code');
            },
            mark: () => '',
            printDocument: async (document) => {
              documents.printed.push(Paper.parse(document));
              return { outcome: 'printed', fault: null };
            },
          },
  });
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: ALLOWANCE });
  await kiosk.intend({ kind: 'openHandout', handout: 'notice', service: ALLOWANCE });
  await answer(kiosk, ElementId.parse('applicantRole'), 'father');
  await answer(kiosk, ElementId.parse('payoutWay'), payout);
  return kiosk;
}

test('two questions, then exactly these papers; back to the service, and nothing is kept', async () => {
  const kiosk = await atTheList('bankCard');
  const { body } = kiosk.view();
  if (body.kind !== 'handout') throw new Error(`the list is not shown but ${body.kind}`);
  expect(body.sections[0]?.lines.join()).toContain('银行卡');
  expect(body.sections[0]?.lines.join()).not.toContain('出院小结');
  await kiosk.intend({ kind: 'next' });
  expect(kiosk.view().body.kind).toBe('service');
  expect(kiosk.journal.records).toEqual([]);
});

test('printed on A4 where there is such a printer, and once', async () => {
  const printed: PaperDocument[] = [];
  const kiosk = await atTheList('bankCard', { printed });
  await kiosk.intend({ kind: 'print' });
  expect(kiosk.view().notice?.text).toBe('打印好了，请取走。');
  expect(printed).toHaveLength(1);
  expect(JSON.stringify(printed)).toContain('本人的银行卡');
});

test('without one it comes on the roll; the process dies meanwhile: not printed again, and said so', async () => {
  const kiosk = await atTheList('bankCard');
  kiosk.availability.lose('A4Printer', 'device.missing');
  await kiosk.intend({ kind: 'print' });
  expect(JSON.stringify(kiosk.printer.running('print').payload)).toContain('本人的银行卡');
  const again = await kiosk.crash();
  expect(again.view().notice?.text).toMatch(/^不能确认/);
  expect(() => again.printer.running('print')).toThrow();
});

test('a guide of a service comes without a question, and answers what people ask', async () => {
  const kiosk = await testKiosk(content);
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: ALLOWANCE });
  await kiosk.intend({ kind: 'openHandout', handout: 'guide', service: ALLOWANCE });
  const asked = { question: '爸爸妈妈都能领吗？', answer: '能。各用自己的身份证申请，各领各的。' };
  expect(kiosk.view()).toMatchObject({ title: '办事指南', progress: null, body: { kind: 'handout' } });
  expect(kiosk.view()).toHaveProperty('body.asked.pairs', expect.arrayContaining([asked]));
  kiosk.availability.lose('A4Printer', 'device.missing');
  await kiosk.intend({ kind: 'print' });
  expect(JSON.stringify(kiosk.printer.running('print').payload)).toContain(asked.question + asked.answer);
});

test('no code is longer than a phone reads, no line is lost, and what is left out is said', () => {
  const lines = Array.from({ length: 30 }, (_, index) => `第${index}行${'字'.repeat(20)}`);
  const text = (sections: number) => ({
    title: '告知单',
    about: '事项',
    asked: null,
    sections: Array.from({ length: sections }, () => ({ title: '材料', numbered: true, lines })),
  });
  const few = codesOf(text(1), '还有');
  for (const code of few) expect(new TextEncoder().encode(code).length).toBeLessThan(900);
  for (const line of lines) expect(few.join('\n')).toContain(line);
  expect(few.join('\n')).not.toContain('还有');
  expect(codesOf(text(3), '还有').at(-1)).toContain('还有');
});
