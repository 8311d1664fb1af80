/** 练习: a number that is checked is lent by the page; and where practising can't be offered, the service says why. */
import { beforeAll, expect, test } from 'vitest';
import { ElementId, ServiceId } from '#contract/ids.ts';
import { wholeContent } from '#fixtures/release/kept-content.ts';
import type { Column, Element } from '../language/element.ts';
import { canBePractised, makesCase, type Service } from '../language/service.ts';
import { EXAMPLES, VALIDATORS } from '../language/validators.ts';
import type { Content } from '../release/content.ts';
import { LIN_XIAOYING } from '../testing/people.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import { answer, putDown } from '../testing/visits.ts';

let content: Content;
let offered: readonly Service[];
beforeAll(async () => {
  content = await wholeContent();
  offered = [...content.services.values()].filter((service) => service.offered);
});

async function practises(kiosk: TestKiosk, name: string): Promise<void> {
  const service = ServiceId.parse(name);
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service });
  await kiosk.intend({ kind: 'startService', service, as: 'practise' });
  await kiosk.intend({ kind: 'next' });
  await kiosk.intend({ kind: 'practiseCard', person: 'adult' });
  await kiosk.intend({ kind: 'next' });
}

function known(kiosk: TestKiosk): string | undefined {
  const { body } = kiosk.view();
  return body.kind === 'ask' ? body.known : undefined;
}

const columnsIn = (element: Element | Column | undefined): readonly (Element | Column)[] =>
  element === undefined ? [] : element.type === 'rows' ? element.columns.flatMap(columnsIn) : [element];

test('in every service that can be practised, what is lent fits its question', () => {
  const practised = offered.filter(canBePractised);
  const asked = practised.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'ask' ? step.elements : [])));
  const checked = [...new Set(asked)]
    .flatMap((id) => columnsIn(content.elements[id]))
    .flatMap((question) => ('validator' in question ? [question] : []));
  expect(checked.map(({ validator }) => validator)).toContain('birthCertificate');
  for (const question of checked) {
    const example = EXAMPLES[question.validator];
    const keys = `0123456789${question.type === 'code' ? question.letters : ''}`;
    expect(VALIDATORS[question.validator](example)).toBe(true);
    expect(example).toHaveLength(question.length);
    expect([...example].filter((key) => !keys.includes(key))).toEqual([]);
  }
});

test('who practises types the number that the page lends, and goes on', async () => {
  const kiosk = await testKiosk(content);
  await practises(kiosk, 'birth-registration');
  expect(known(kiosk)).toBe('练习时可以输入这个号码：P\u{a0}990\u{a0}000\u{a0}001');
  expect(kiosk.view().spoken).toContain('练习时可以输入这个号码：P 9 9 0 0 0 0 0 0 1');
  await answer(kiosk, ElementId.parse('birthCertificate'), 'P990000001');
  expect(kiosk.view().body).toMatchObject({ kind: 'ask', element: 'applicantRole' });
  expect(known(kiosk)).toBeUndefined();
});

test('whoever applies is lent none', async () => {
  const kiosk = await testKiosk(content);
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: ServiceId.parse('birth-registration') });
  await kiosk.intend({ kind: 'startService', service: ServiceId.parse('birth-registration') });
  await kiosk.intend({ kind: 'next' });
  await putDown(kiosk, LIN_XIAOYING);
  await kiosk.intend({ kind: 'next' });
  expect(kiosk.view().body).toMatchObject({ kind: 'ask', element: 'birthCertificate' });
  expect(known(kiosk)).toBeUndefined();
});

test('in a list, too', async () => {
  const shareholders = ElementId.parse('shareholders');
  const id = ServiceId.parse('birth-registration');
  const model = content.services.get(id);
  if (model === undefined) throw new Error('no service to begin with');
  const steps = model.steps.map((step) => (step.kind === 'ask' ? { ...step, elements: [shareholders] } : step));
  const kiosk = await testKiosk({ ...content, services: new Map([[id, { ...model, steps }]]) });
  await practises(kiosk, 'birth-registration');
  await kiosk.intend({ kind: 'addRow', element: shareholders });
  await answer(kiosk, ElementId.parse('shareholderName'), 'M100 100L400 100M250 50L250 400');
  expect(known(kiosk)).toContain('990901\u{a0}19900101\u{a0}0004');
});

test('every service that is applied for can be practised or says why not', async () => {
  const kiosk = await testKiosk(content);
  await kiosk.intend({ kind: 'begin' });
  for (const service of offered.filter(makesCase)) {
    await kiosk.intend({ kind: 'openService', service: service.id });
    const { body, others } = kiosk.view();
    if (body.kind !== 'service') throw new Error(`${service.id} has no page`);
    const practised = others.some(({ intent }) => intent.kind === 'startService' && intent.as === 'practise');
    const told = body.sections.some(({ title }) => title === '为什么不能先练习');
    expect([service.id, practised, told]).toEqual([service.id, !told, told]);
    await kiosk.intend({ kind: 'back' });
  }
});
