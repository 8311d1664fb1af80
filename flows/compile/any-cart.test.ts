/** Whatever is put into the cart, in whatever order: each question once, never too early, one case per service. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { transition } from 'xstate';
import { type CaseNumber, makeCaseNumber } from '#contract/case-number.ts';
import { ElementId, type ServiceId } from '#contract/ids.ts';
import type { AnswerValue } from '#contract/screen/intent.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import type { Element } from '../language/element.ts';
import { makesCase } from '../language/service.ts';
import { EXAMPLES } from '../language/validators.ts';
import { checkCarts } from '../release/check-carts.ts';
import type { Content } from '../release/content.ts';
import { type Drawn, INVENTED_QUESTIONS, withInventedServices } from '../testing/invented-services.ts';
import { LIN_XIAOYING, MARIA_EXAMPLE } from '../testing/people.ts';
import { startOf } from '../gate/walk-plan.ts';
import { STATION, TODAY } from '../testing/test-kiosk.ts';
import { SENIOR_CARD } from '../testing/visits.ts';
import { askedNow } from './asked.ts';
import { compilePlan, type PlanMachine } from './compile-plan.ts';
import { rulesFor } from '../release/rules-for.ts';
import { type PlanRules, planRules } from './plan-rules.ts';
import type { PlanEvent } from './plan-events.ts';
import { makePlan, type Plan } from './plan.ts';
import { caseRecords } from './case-records.ts';
import { stopsOf } from './stops.ts';
import { servicesNow } from './takers.ts';

type Snapshot = ReturnType<typeof startOf>;
const STAMP = { at: 1, language: 'zh-CN' } as const;
const RUNS_AT = { station: STATION, release: 1 };

let catalogue: Content;
beforeAll(async () => {
  catalogue = await fewContent();
});

/** An answer that is good now; `dice` chooses among the options. */
function anAnswer(element: Element | undefined, dice: number, canPost: boolean): AnswerValue {
  switch (element?.type) {
    case 'mobile':
      return '13812345678';
    case 'code':
      return EXAMPLES[element.validator];
    case 'choice': {
      const options = element.options.filter(({ when }) => when === undefined || canPost);
      return options[dice % options.length]?.value ?? '';
    }
    case 'signature':
      return dice % 2 === 0 ? 'later' : 'M100 100L400 100L250 300';
    default:
      return dice % 2 === 0;
  }
}

interface Walked {
  readonly snapshot: Snapshot;
  /** In the order in which they were asked, each time anew. */
  readonly asked: readonly ElementId[];
}

/** The service that is being rated; null when nothing is. */
function ratingIn(snapshot: Snapshot): { readonly service: ServiceId } | null {
  const page = Object.values(snapshot.getMeta())[0]?.page;
  return page?.kind === 'rate' ? page : null;
}

function pageOf(snapshot: Snapshot): { readonly kind: string; readonly element?: ElementId } {
  return Object.values(snapshot.getMeta())[0]?.page ?? { kind: String(snapshot.value) };
}

/** At which page a citizen leaves a service out, if that page lets one. */
interface LeftOut {
  readonly turn: number;
  readonly service: ServiceId;
}

/** Whoever took a page still has to say that it is good; not every paper may be brought later. */
const TAKEN = {
  type: 'page.taken',
  page: '00000000-0000-4000-8000-000000000001',
  codes: [],
  replaces: null,
} as const;

/** From the start to the review, or to wherever it ends before. */
function walkToTheReview(content: Content, machine: PlanMachine, citizen: Citizen, leaves?: LeftOut): Walked {
  let snapshot = startOf(machine, TODAY);
  const asked: ElementId[] = [];
  const happens = (event: object): void => {
    [snapshot] = transition(machine, snapshot, { ...event, ...STAMP } as PlanEvent);
  };
  for (let turn = 0; turn < 100; turn += 1) {
    if (turn === leaves?.turn) happens({ type: 'removeFromCart', service: leaves.service });
    const { kind, element } = pageOf(snapshot);
    if (kind === 'review' || kind === 'fault' || snapshot.status === 'done') return { snapshot, asked };
    if (kind === 'identify') happens({ type: 'card.read', card: citizen.card });
    else if (kind === 'scan') happens([{ type: 'defer' }, TAKEN, { type: 'next' }][turn % 3] ?? TAKEN);
    else {
      if (element !== undefined) {
        const dice = citizen.dice[asked.length % citizen.dice.length] ?? 0;
        asked.push(element);
        happens({
          type: 'answer',
          element,
          value: anAnswer(content.elements[element], dice, citizen.card === LIN_XIAOYING),
        });
      }
      happens({ type: 'next' });
    }
  }
  throw new Error('a plan that never comes to its review');
}

interface Citizen {
  readonly card: typeof LIN_XIAOYING;
  readonly dice: readonly number[];
}

/** What the services want by their own files: independent of how the plan was merged. */
function wantedBy(content: Content, rules: PlanRules, plan: Plan, snapshot: Snapshot): ReadonlySet<string> {
  return new Set(
    servicesNow(plan, snapshot.context).flatMap((service) =>
      service.steps.flatMap((step) => {
        if (step.kind !== 'ask') return [];
        const holds = step.when === undefined ? null : rules.holds(step.when, snapshot.context);
        if (holds !== null && !holds.ok) throw new Error(`can't tell ${step.when}`);
        return holds === null || holds.value ? step.elements : [];
      }),
    ),
  );
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  names: fc.shuffledSubarray([...INVENTED_QUESTIONS], { minLength: 1 }),
  conditions: fc.array(fc.nat(7), { minLength: INVENTED_QUESTIONS.length, maxLength: INVENTED_QUESTIONS.length }),
  check: fc.constantFrom('none', 'met', 'unmet', 'afterQuestions'),
});

const aCart = () =>
  fc.array(drawn, { minLength: 4, maxLength: 4 }).chain((all) => {
    const content = withInventedServices(catalogue, SENIOR_CARD, all);
    const offered = [...content.services.values()]
      .filter((service) => service.offered && makesCase(service))
      .map(({ id }) => id);
    return fc.record({
      content: fc.constant(content),
      cart: fc.shuffledSubarray(offered, { minLength: 1 }),
      citizen: fc.record({
        card: fc.constantFrom(LIN_XIAOYING, MARIA_EXAMPLE),
        dice: fc.array(fc.nat(5), { minLength: 1, maxLength: 12 }),
      }),
      removed: fc.nat(),
    });
  });

const passesTheGate = (content: Content): boolean => checkCarts(content).length === 0;

function compiled(content: Content, cart: readonly ServiceId[]) {
  const plan = makePlan(content, 1, cart);
  const rules = planRules(content);
  return { plan, rules, machine: compilePlan(plan, content, rules, RUNS_AT) };
}

/** Each service's answers in its record, by element. */
function answersByService(content: Content, plan: Plan, rules: PlanRules, { context }: Snapshot) {
  const numbers = plan.services.map((_, index): CaseNumber => makeCaseNumber(STATION, TODAY, index + 1));
  const parts = { ...content, plan, stops: stopsOf(plan), rules, runsAt: RUNS_AT };
  const bodies = caseRecords(parts, context, numbers, STAMP);
  return new Map(bodies.flatMap((body) => (body.kind === 'case.submitted' ? [[body.service, body.answers]] : [])));
}

// In case of a failure fast-check prints the seed and the smallest cart.
test('every question that a service needs is asked exactly once, after everything its conditions ask for', () => {
  fc.assert(
    fc.property(aCart(), ({ content, cart, citizen }) => {
      fc.pre(passesTheGate(content));
      const { plan, rules, machine } = compiled(content, cart);
      const { snapshot, asked } = walkToTheReview(content, machine, citizen);
      if (snapshot.value === 'declined') {
        expect(servicesNow(plan, snapshot.context)).toEqual([]);
        return;
      }
      expect(pageOf(snapshot).kind).toBe('review');
      expect(new Set(asked).size).toBe(asked.length);
      // A check after the questions may have refused a service whose questions were asked by then.
      const wanted = wantedBy(content, rules, plan, snapshot);
      expect([...wanted].filter((element) => !(asked as readonly string[]).includes(element))).toEqual([]);
      for (const service of servicesNow(plan, snapshot.context))
        for (const step of service.steps) {
          if (step.kind !== 'ask' || step.when === undefined) continue;
          const before = rulesFor(content)
            .needs(step.when)
            .map((name) => asked.indexOf(ElementId.parse(name)));
          for (const element of step.elements.filter((each) => asked.includes(each)))
            for (const place of before) expect(place).toBeLessThan(asked.indexOf(element));
        }
      const late = plan.services.some((service) => service.steps.at(-5)?.kind === 'check');
      if (!late) expect([...asked].toSorted()).toEqual([...wanted].toSorted());
    }),
    { numRuns: 150 },
  );
});

test('the order of choosing changes nothing', () => {
  fc.assert(
    fc.property(aCart(), fc.nat(), ({ content, cart }, turns) => {
      fc.pre(passesTheGate(content));
      const turned = [...cart.slice(turns % cart.length), ...cart.slice(0, turns % cart.length)].toReversed();
      expect(makePlan(content, 1, turned)).toEqual(makePlan(content, 1, cart));
    }),
    { numRuns: 50 },
  );
});

test('as many cases as services that go on; one removed at the review takes no answer from the others', () => {
  fc.assert(
    fc.property(aCart(), ({ content, cart, citizen, removed }) => {
      fc.pre(passesTheGate(content));
      const { plan, rules, machine } = compiled(content, cart);
      const { snapshot } = walkToTheReview(content, machine, citizen);
      fc.pre(pageOf(snapshot).kind === 'review');
      const going = servicesNow(plan, snapshot.context);
      const before = answersByService(content, plan, rules, snapshot);
      expect([...before.keys()]).toEqual(going.map(({ id }) => id));

      const service = going[removed % going.length]?.id ?? SENIOR_CARD;
      const [after] = transition(machine, snapshot, { type: 'removeFromCart', service, ...STAMP });
      const left = going.length > 1 ? going.filter(({ id }) => id !== service) : going;
      expect(servicesNow(plan, after.context)).toEqual(left);
      const kept = answersByService(content, plan, rules, after);
      for (const { id } of left) expect(kept.get(id)).toEqual(before.get(id));

      const [submitting] = transition(machine, after, { type: 'submit', ...STAMP });
      const caseNumbers = left.map((_, index) => makeCaseNumber(STATION, TODAY, index + 1));
      const [submitted] = transition(machine, submitting, { type: 'numbers.reserved', caseNumbers, ...STAMP });
      expect(submitted.context.cases.map((row) => row.service)).toEqual(left.map(({ id }) => id));
    }),
    { numRuns: 100 },
  );
});

test('from the review to the end: one submission, one receipt with every number, a rating for each service that went on', () => {
  fc.assert(
    fc.property(aCart(), ({ content, cart, citizen }) => {
      fc.pre(passesTheGate(content));
      const { plan, machine } = compiled(content, cart);
      for (const kind of ['identify', 'review', 'submit', 'receipt'])
        expect(plan.steps.filter((step) => step.kind === kind)).toHaveLength(1);
      let { snapshot } = walkToTheReview(content, machine, citizen);
      fc.pre(pageOf(snapshot).kind === 'review');
      const going = servicesNow(plan, snapshot.context).map(({ id }) => id);
      const caseNumbers = going.map((_, index) => makeCaseNumber(STATION, TODAY, index + 1));
      const records: string[] = [];
      const rated: unknown[] = [];
      const happens = (event: object): void => {
        const [next, actions] = transition(machine, snapshot, { ...event, ...STAMP } as PlanEvent);
        snapshot = next;
        for (const { type, params } of actions)
          if (type === 'record')
            for (const { kind } of (params as unknown as { bodies: { kind: string }[] }).bodies) records.push(kind);
      };
      happens({ type: 'submit' });
      happens({ type: 'numbers.reserved', caseNumbers });
      expect(pageOf(snapshot).kind).toBe('receipt');
      expect(snapshot.context.cases).toEqual(
        going.map((service, index) => ({ service, caseNumber: caseNumbers[index] })),
      );
      happens({ type: 'print.ended', outcome: 'printed', fault: null });
      happens({ type: 'next' });
      for (let page = ratingIn(snapshot); page !== null; page = ratingIn(snapshot)) {
        rated.push(page.service);
        happens({ type: 'rate', service: page.service, level: 5 });
      }
      expect(rated).toEqual(going);
      expect(snapshot.value).toBe('done');
      const each = (kind: string): string[] => going.map(() => kind);
      expect(records).toEqual([...each('case.submitted'), 'receipt.reported', ...each('rating.given')]);
    }),
    { numRuns: 100 },
  );
});

test('one left out at any page takes nothing from the others, and whoever stays is asked all of theirs', () => {
  fc.assert(
    fc.property(aCart(), fc.nat(), ({ content, cart, citizen, removed }, when) => {
      fc.pre(passesTheGate(content));
      const { plan, rules, machine } = compiled(content, cart);
      fc.pre(plan.services.length > 1);
      const service = plan.services[removed % plan.services.length]?.id ?? SENIOR_CARD;
      const { snapshot } = walkToTheReview(content, machine, citizen, { turn: 2 + (when % 12), service });
      fc.pre(pageOf(snapshot).kind === 'review');
      expect(snapshot.context.removed.length).toBeLessThanOrEqual(1);
      const asked = askedNow(stopsOf(plan), content.elements, rules, snapshot.context);
      expect(asked.ok && asked.value.filter((row) => !row.answered)).toEqual([]);
      const wanted = [...wantedBy(content, rules, plan, snapshot)].toSorted();
      expect(asked.ok && asked.value.map((row) => row.element).toSorted()).toEqual(wanted);
    }),
    { numRuns: 100 },
  );
});
