/** A rule that can't answer leads to the fault page, wherever it stands; it is never taken for "no". */
import { beforeAll, expect, test } from 'vitest';
import { transition } from 'xstate';
import { ElementId, ServiceId } from '#contract/ids.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import type { Step } from '../language/step.ts';
import type { Content } from '../release/content.ts';
import { makeProgram } from '../runtime/program.ts';
import { LIN_XIAOYING } from '../testing/people.ts';
import { startOf } from '../gate/walk-plan.ts';
import { STATION, TODAY } from '../testing/test-kiosk.ts';
import type { PlanEvent } from './plan-events.ts';

const SERVICE = ServiceId.parse('senior-card');
/** Type-checks, and fails when it is asked: no such day. */
const THROWS = 'ageOn("never", today) > 3';
const element = (id: string) => ElementId.parse(id);

let content: Content;
beforeAll(async () => {
  content = await fewContent();
});

const TO_THE_REVIEW = [
  { type: 'next' },
  { type: 'card.read', card: LIN_XIAOYING },
  { type: 'next' },
  { type: 'answer', element: element('mobilePhone'), value: '13812345678' },
  { type: 'next' },
  { type: 'answer', element: element('deliveryWay'), value: 'post' },
  { type: 'next' },
] as const;

/** The senior card with one step changed, walked to where it can't go on. */
function endOf(changed: Content, events: readonly object[]): unknown {
  const { machine } = makeProgram(changed, 1, STATION).plan([SERVICE]);
  let snapshot = startOf(machine, TODAY);
  for (const event of events) {
    if (snapshot.value === 'fault') break;
    [snapshot] = transition(machine, snapshot, { ...event, at: 1, language: 'zh-CN' } as unknown as PlanEvent);
  }
  return [snapshot.value, snapshot.context.fault];
}

function withSteps(change: (step: Step) => Step): Content {
  const service = content.services.get(SERVICE);
  if (service === undefined) throw new Error('no senior card');
  const changed = { ...service, steps: service.steps.map(change) };
  return { ...content, services: new Map([[SERVICE, changed]]) };
}

test('healthy, the same walk ends at the review', () => {
  expect(endOf(content, TO_THE_REVIEW)).toEqual([{ overview: 'reading' }, null]);
});

test('a condition of a step', () => {
  const broken = withSteps((step) => (step.id === 'pick-up' ? { ...step, when: THROWS } : step));
  expect(endOf(broken, TO_THE_REVIEW)).toEqual(['fault', 'flow.fault']);
});

test('a rule of a check', () => {
  const broken = withSteps((step) =>
    step.kind === 'check' ? { ...step, rules: step.rules.map((rule) => ({ ...rule, require: THROWS })) } : step,
  );
  expect(endOf(broken, TO_THE_REVIEW)).toEqual(['fault', 'flow.fault']);
});

test('a value inside a sentence', () => {
  const broken = withSteps((step) => {
    if (step.kind !== 'check') return step;
    const met = (text: Step & { kind: 'check' }) => text.rules.map((rule) => rule.met.text);
    const [text] = met(step);
    if (text === undefined) throw new Error('no rule');
    const values = { age: 'dayOfAge("never", 60)' };
    return { ...step, rules: step.rules.map((rule) => ({ ...rule, met: { text, values } })) };
  });
  expect(endOf(broken, TO_THE_REVIEW)).toEqual(['fault', 'flow.fault']);
});

test('a condition of an option', () => {
  const way = content.elements[element('deliveryWay')];
  if (way?.type !== 'choice') throw new Error('no choice');
  const options = way.options.map((option) => ({ ...option, when: THROWS }));
  const broken = { ...content, elements: { ...content.elements, [element('deliveryWay')]: { ...way, options } } };
  expect(endOf(broken, TO_THE_REVIEW)).toEqual(['fault', 'flow.fault']);
});

test('whoever meets a fault can still look for another service', () => {
  const broken = withSteps((step) => (step.id === 'pick-up' ? { ...step, when: THROWS } : step));
  const { machine } = makeProgram(broken, 1, STATION).plan([SERVICE]);
  let snapshot = startOf(machine, TODAY);
  for (const event of [...TO_THE_REVIEW, { type: 'next' }])
    [snapshot] = transition(machine, snapshot, { ...event, at: 1, language: 'zh-CN' } as unknown as PlanEvent);
  expect([snapshot.value, snapshot.status]).toEqual(['declined', 'done']);
});
