/** An answer changed at the review leaves nothing behind: what it overtakes is decided, taken and looked up again before anything is submitted. */
import { beforeAll, expect, test } from 'vitest';
import { transition } from 'xstate';
import { ElementId, PageId, ServiceId, SourceId } from '#contract/ids.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import { Step } from '../language/step.ts';
import type { Content } from '../release/content.ts';
import { makeProgram } from '../runtime/program.ts';
import { LIN_XIAOYING } from '../testing/people.ts';
import { startOf } from '../gate/walk-plan.ts';
import { STATION, TODAY } from '../testing/test-kiosk.ts';
import type { PlanMachine } from './compile-plan.ts';
import type { PlanContext } from './plan-context.ts';
import type { PlanEvent } from './plan-events.ts';

const SERVICE = ServiceId.parse('senior-card');
const SOURCE = SourceId.parse('companyRegister');
const PAGE = PageId.parse('00000000-0000-4000-8000-000000000001');
const word = (text: string) => ({ 'zh-CN': text, en: text });
const told = { text: word('好') };
const element = (id: string) => ElementId.parse(id);

const CHECK = Step.parse({
  id: 'by-post',
  kind: 'check',
  rules: [{ id: 'post', require: 'deliveryWay == "post"', met: told, unmet: told, suggestions: [told] }],
});
const LOOKUP = Step.parse({
  id: 'asking',
  kind: 'lookup',
  source: SOURCE,
  shown: false,
  timeLimitSeconds: 8,
  faults: { 'hub.away': 'go-on', 'hub.refused': 'go-on' },
});

let content: Content;
let SCAN: Step;
beforeAll(async () => {
  content = await fewContent();
  const scan = content.services.get(ServiceId.parse('birth-allowance'))?.steps.find(({ id }) => id === 'bank');
  SCAN = Step.parse({ ...scan, when: 'deliveryWay == "pickUp"' });
});

/** The senior card with these steps after the question how it is delivered. */
function machineWith(steps: Step | readonly Step[], released = content) {
  const service = released.services.get(SERVICE);
  const source = released.sources[SOURCE];
  if (service === undefined || source === undefined) throw new Error('no service or source to begin with');
  const at = service.steps.findIndex(({ id }) => id === 'pick-up');
  const changed = { ...service, steps: service.steps.toSpliced(at, 0, ...[steps].flat()) };
  const sources = { ...released.sources, [SOURCE]: { ...source, sends: [element('deliveryWay')] } };
  return makeProgram({ ...released, sources, services: new Map([[SERVICE, changed]]) }, 1, STATION).plan([SERVICE])
    .machine;
}

const next = { type: 'next' };
const says = (id: string, value: string) => ({ type: 'answer', element: element(id), value });
const TO_DELIVERY = [
  next,
  { type: 'card.read', card: LIN_XIAOYING },
  next,
  says('mobilePhone', '13812345678'),
  next,
] as const;
const change = (value: string) => [{ type: 'edit', element: element('deliveryWay') }, says('deliveryWay', value), next];
const found = { type: 'source.found', source: SOURCE, found: null };
const pickedUp = [says('pickUpPlace', 'qingbo'), next];

function play(step: Step, events: readonly object[]) {
  return playOn(machineWith(step), events);
}

function playOn(machine: PlanMachine, events: readonly object[], from = startOf(machine, TODAY)) {
  let snapshot = from;
  for (const event of events)
    [snapshot] = transition(machine, snapshot, { ...event, at: 1, language: 'zh-CN' } as unknown as PlanEvent);
  return snapshot;
}

test('a check that no longer holds refuses, and holds again when the answer does', () => {
  const toReview = [...TO_DELIVERY, says('deliveryWay', 'post'), next, next];
  expect(play(CHECK, toReview).value).toEqual({ overview: 'reading' });
  const refused = [...toReview, ...change('pickUp')];
  expect(play(CHECK, refused).value).toEqual({ 'by-post': 'notEligible' });
  expect(play(CHECK, [...refused, next]).value).toBe('declined');
  // Going back and on again with nothing changed is no way round it.
  expect(play(CHECK, [...refused, { type: 'back' }, next]).value).toEqual({ 'by-post': 'notEligible' });
  const mended = [...refused, { type: 'back' }, says('deliveryWay', 'post'), next];
  expect(play(CHECK, mended).value).toEqual({ 'by-post': 'eligible' });
  expect(play(CHECK, [...mended, next]).value).toEqual({ overview: 'reading' });
});

test('whoever was refused by a check that another answer does away with goes on as if it had never been asked', () => {
  const onlyPickedUp = { ...CHECK, when: 'deliveryWay == "pickUp"' } as typeof CHECK;
  const refused = [...TO_DELIVERY, says('deliveryWay', 'pickUp'), next];
  expect(play(onlyPickedUp, refused).value).toEqual({ 'by-post': 'notEligible' });
  const byPost = [{ type: 'back' }, says('deliveryWay', 'post'), next];
  const changed = [...TO_DELIVERY, says('deliveryWay', 'post'), next, ...change('pickUp')];
  expect(play(onlyPickedUp, changed).value).toEqual({ 'by-post': 'notEligible' });
  for (const way of [refused, changed]) {
    expect(play(onlyPickedUp, [...way, ...byPost]).value).toEqual({ overview: 'reading' });
    expect(play(onlyPickedUp, [...way, ...byPost, { type: 'submit' }]).value).toEqual({ submission: 'numbering' });
  }
});

test('a paper that is wanted now is taken before the questions after it', () => {
  const toReview = [...TO_DELIVERY, says('deliveryWay', 'post'), next];
  expect(play(SCAN, toReview).value).toEqual({ overview: 'reading' });
  const wanted = [...toReview, ...change('pickUp')];
  expect(play(SCAN, wanted).value).toEqual({ bank: { 'bank-card': 'capturing' } });
  const taken = [...wanted, { type: 'page.taken', page: PAGE, codes: [], replaces: null }, next];
  const read = [...taken, { type: 'pages.read', values: {} }];
  expect(play(SCAN, read).value).toEqual({ 'pick-up': { pickUpPlace: 'asking' } });
  expect(play(SCAN, [...read, ...pickedUp]).value).toEqual({ overview: 'reading' });
});

test('what was looked up with the old answer is looked up again', () => {
  const toReview = [...TO_DELIVERY, says('deliveryWay', 'pickUp'), next, found, ...pickedUp];
  expect(play(LOOKUP, toReview).value).toEqual({ overview: 'reading' });
  const asking = [...toReview, ...change('post')];
  expect(play(LOOKUP, asking)).toMatchObject({ value: { asking: 'asking' }, context: { data: {} } });
  expect(play(LOOKUP, [...asking, found]).value).toEqual({ overview: 'reading' });
  // The same answer once more asks nobody.
  expect(play(LOOKUP, [...toReview, ...change('pickUp')]).value).toEqual({ overview: 'reading' });
});

test('what the old data filled in goes with it', () => {
  const phone = content.elements[element('mobilePhone')];
  if (phone === undefined) throw new Error('no such question');
  const filled = { ...phone, sources: [{ lookup: SOURCE, field: 'phone' }] } as const;
  const withPhone = { ...content, elements: { ...content.elements, [element('mobilePhone')]: filled } };
  const machine = machineWith(LOOKUP, withPhone);
  const brought = { ...found, found: { fields: { phone: '13912345678' }, rows: [] } };
  const toReview = [...TO_DELIVERY, says('deliveryWay', 'pickUp'), next, brought, ...pickedUp];
  const { answers, ...before } = playOn(machine, toReview).context;
  // What the citizen typed stands, whatever an office says.
  expect(answers).toMatchObject({ mobilePhone: '13812345678' });
  // Filled in by the lookup only, as when it is asked after it.
  const known = { mobilePhone: '13912345678', deliveryWay: 'pickUp', pickUpPlace: 'qingbo' };
  const prefilled = { mobilePhone: { from: 'lookup', value: '13912345678' } };
  const review = machine.resolveState({
    value: { overview: 'reading' },
    context: { ...before, answers: known, prefilled } as unknown as PlanContext,
  });
  for (const reply of [[found], [{ type: 'lookup.failed', fault: 'hub.away' }, next]]) {
    const after = playOn(machine, [...change('post'), ...reply], review);
    expect(after.value).toEqual({ contact: { mobilePhone: 'asking' } });
    expect(after.context.answers).toEqual({ deliveryWay: 'post', pickUpPlace: 'qingbo' });
  }
});

test('what was sent with an answer that another source has filled in anew is asked again, too', () => {
  const other = SourceId.parse('household');
  const [phone, household] = [content.elements[element('mobilePhone')], content.sources[other]];
  if (phone === undefined || household === undefined) throw new Error('no such question or source');
  const filled = { ...phone, sources: [{ lookup: SOURCE, field: 'phone' }] } as const;
  const machine = machineWith([LOOKUP, { ...LOOKUP, id: 'asking-again', source: other } as Step], {
    ...content,
    elements: { ...content.elements, [element('mobilePhone')]: filled },
    sources: { ...content.sources, [other]: { ...household, sends: [element('mobilePhone')] } },
  });
  const brought = (value: string) => ({ ...found, found: { fields: { phone: value }, rows: [] } });
  const bySecond = { ...found, source: other };
  const toReview = [...TO_DELIVERY, says('deliveryWay', 'pickUp'), next, brought('13912345678'), bySecond, ...pickedUp];
  const { context, value } = playOn(machine, toReview);
  const review = machine.resolveState({
    value,
    context: {
      ...context,
      answers: { ...context.answers, mobilePhone: '13912345678' },
      prefilled: { mobilePhone: { from: 'lookup', value: '13912345678' } },
    } as unknown as PlanContext,
  });
  expect(playOn(machine, [...change('post'), brought('13912345678')], review).value).toEqual({ overview: 'reading' });
  const otherwise = playOn(machine, [...change('post'), brought('13712345678')], review);
  expect(otherwise).toMatchObject({ value: { 'asking-again': 'asking' }, context: { data: { [SOURCE]: {} } } });
  expect(otherwise.context.data).not.toHaveProperty(other);
  expect(playOn(machine, [bySecond], otherwise).value).toEqual({ overview: 'reading' });
});

test('a paper put off twice is owed once', () => {
  const machine = makeProgram(content, 1, STATION).plan([ServiceId.parse('household-proof')]).machine;
  const toTheCamera = [next, { type: 'card.read', card: LIN_XIAOYING }];
  const { deferred } = playOn(machine, [
    ...toTheCamera,
    { type: 'defer' },
    { type: 'back' },
    { type: 'defer' },
  ]).context;
  expect(deferred).toEqual(['household-page']);
});

test('the commit point has its own lock: nothing open passes the review, however it came there', () => {
  const machine = machineWith(SCAN);
  const review = play(SCAN, [...TO_DELIVERY, says('deliveryWay', 'post'), next]);
  const answers = { ...review.context.answers, deliveryWay: 'pickUp', pickUpPlace: 'qingbo' };
  const open = machine.resolveState({ value: review.value, context: { ...review.context, answers } });
  const submit = { type: 'submit', at: 1, language: 'zh-CN' } as const;
  const [after] = transition(machine, open, submit);
  expect(after.value).toEqual({ bank: { 'bank-card': 'capturing' } });
  const [submitting] = transition(machine, review, submit);
  expect(submitting.value).not.toEqual(review.value);
});
