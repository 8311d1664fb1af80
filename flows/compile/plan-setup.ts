/** Everything a plan machine can ask and do, by name: guards, actions and types of the xstate set-up. */
import { assign, setup } from 'xstate';
import type { FaultCode } from '#contract/faults.table.ts';
import type { Day, ElementId, MaterialId, ServiceId, StepId } from '#contract/ids.ts';
import type { RecordBody } from '#contract/record.ts';
import type { Elements } from '../language/element.ts';
import type { Materials } from '../language/material.ts';
import type { FaultEdge } from '../language/fault-edges.ts';
import type { Rules } from '../language/rules.ts';
import type { StepOf } from '../language/step.ts';
import { isGoodAnswer } from './answers.ts';
import { askedNow } from './asked.ts';
import { decide } from './decide.ts';
import { factsOf } from './facts.ts';
import type { PlanMeta } from './page.ts';
import { withoutReadsOf } from './pages-read.ts';
import type { PlanContext } from './plan-context.ts';
import { freshContext, pagesOf } from './plan-context.ts';
import type { PlanEvent } from './plan-events.ts';
import { type Plan, stepOf } from './plan.ts';
import type { RunsAt } from './records.ts';
import type { Stop } from './stops.ts';
import { servicesNow, takersNow } from './takers.ts';

/** What a plan is compiled from. */
export interface PlanParts {
  readonly plan: Plan;
  readonly stops: readonly Stop[];
  readonly elements: Elements;
  readonly materials: Materials;
  readonly rules: Rules;
  readonly runsAt: RunsAt;
}

type EdgesOf = Readonly<Partial<Record<FaultCode, FaultEdge>>>;
type Wanted = Pick<Stop, 'takers' | 'decides'>;

export function planSetup({ plan, stops, elements, materials, rules }: PlanParts) {
  /** The value just given for this element, or else the one given before; null when there is neither. */
  const judged = (context: PlanContext, event: PlanEvent, id: ElementId) => {
    const value = event.type === 'answer' ? event.value : context.answers[id];
    const element = elements[id];
    if (element === undefined || value === undefined) return null;
    if (event.type === 'answer' && event.element !== id) return null;
    return isGoodAnswer(element, value, rules, factsOf(context));
  };
  const beforeReview = stops.filter(({ kind }) => kind !== 'sign');
  const decisionOf = (context: PlanContext, step: StepId) => context.decisions.find((found) => found.step === step);

  return setup({
    types: {
      context: {} as PlanContext,
      events: {} as PlanEvent,
      input: {} as { readonly today: Day },
      meta: {} as PlanMeta,
      tags: {} as 'working',
    },
    guards: {
      /** A service that is still in the plan wants this stop. */
      isWanted: ({ context }, stop: Wanted) => {
        const services = takersNow(stop, rules, context);
        return services.ok && services.value.length > 0;
      },
      /** A rule can't answer: always asked before `isWanted`, so that a fault is never taken for "no". */
      cannotTell: ({ context }, stop: Wanted) => !takersNow(stop, rules, context).ok,
      /** The value of this page's question, just given or given before, is good. */
      isGood: ({ context, event }, { element }: { element: ElementId }) => {
        const good = judged(context, event, element);
        return good !== null && good.ok && good.value;
      },
      cannotJudge: ({ context, event }, { element }: { element: ElementId }) =>
        judged(context, event, element)?.ok === false,
      isFor: ({ event }, { element }: { element: ElementId }) =>
        (event.type === 'answer' || event.type === 'edit') && event.element === element,
      /** A refused value stands on the page: an older good answer behind it must not be taken for it. */
      isRefused: ({ context }, { element }: { element: ElementId }) => context.refused?.element === element,
      /** Changing one answer, and the question of this stop still has none. */
      lacks: ({ context }, { element }: { element: ElementId }) => {
        const asked = askedNow(stops, elements, rules, context);
        return context.editing && asked.ok && asked.value.some((row) => row.element === element && !row.answered);
      },
      isEditing: ({ context }) => context.editing,
      /** A signature is asked for after the review, so it may still be wanting there. */
      isComplete: ({ context }) => {
        const asked = askedNow(beforeReview, elements, rules, context);
        const goesOn = context.card !== null && servicesNow(plan, context).length > 0;
        return goesOn && asked.ok && asked.value.every((row) => row.answered);
      },
      cannotComplete: ({ context }) => !askedNow(stops, elements, rules, context).ok,
      hasExpired: ({ context, event }) =>
        event.type === 'card.read' && event.card.validTo !== null && event.card.validTo < context.today,
      mayRetry: ({ context }, { edges }: { edges: EdgesOf }) =>
        context.fault !== null && edges[context.fault] === 'retry',
      mayPrintAgain: ({ context }, { edges }: { edges: StepOf<'receipt'>['faults'] }) =>
        context.print?.outcome === 'failed' && context.print.fault !== null && edges[context.print.fault] === 'retry',
      hasPages: ({ context }, { material }: { material: MaterialId }) =>
        pagesOf(context, material).length >= (materials[material]?.capture?.pages.min ?? 1),
      /** In place of one that is there, or as a further one while there is room. */
      takesPage: ({ context, event }, { material }: { material: MaterialId }) => {
        if (event.type !== 'page.taken') return false;
        const pages = pagesOf(context, material);
        return event.replaces === null
          ? pages.length < (materials[material]?.capture?.pages.max ?? 1)
          : pages.some(({ id }) => id === event.replaces);
      },
      hasPage: ({ context, event }, { material }: { material: MaterialId }) =>
        event.type === 'removePage' && pagesOf(context, material).some(({ id }) => id === event.page),
      isUndecided: ({ context }, { step }: { step: StepId }) => decisionOf(context, step) === undefined,
      isEligible: ({ context }, { step }: { step: StepId }) => decisionOf(context, step)?.eligible === true,
      /** At least one service isn't refused or removed. */
      othersGoOn: ({ context }) => servicesNow(plan, context).length > 0,
      /** The last one isn't removed: whoever wants nothing leaves. */
      mayRemove: ({ context, event }) => {
        const now = servicesNow(plan, context);
        return event.type === 'removeFromCart' && now.length > 1 && now.some(({ id }) => id === event.service);
      },
      hasNothingToLose: ({ context }) =>
        context.card === null && Object.keys(context.answers).length === 0 && Object.keys(context.pages).length === 0,
      isRatingOf: ({ context, event }, { service }: { service: ServiceId }) =>
        event.type === 'rate' && event.service === service && context.cases.some((row) => row.service === service),
      enoughNumbers: ({ context, event }) =>
        event.type === 'numbers.reserved' && event.caseNumbers.length === servicesNow(plan, context).length,
    },
    actions: {
      /** Another person's card makes every answer and decision void. */
      keepCard: assign(({ context, event }) => {
        if (event.type !== 'card.read') return {};
        const same = context.card === null || context.card.idNumber === event.card.idNumber;
        const kept = same
          ? {}
          : {
              answers: {},
              pages: {},
              read: {},
              deferred: [],
              found: null,
              decisions: [],
              refused: null,
              editing: false,
            };
        return { ...kept, card: event.card, fault: null, expiredOn: null };
      }),
      keepFault: assign({
        fault: ({ event }) => ('fault' in event ? event.fault : null),
      }),
      keepFound: assign(({ event }) => (event.type === 'lookup.found' ? { found: [...event.cases], fault: null } : {})),
      keepExpiry: assign(({ event }) =>
        event.type === 'card.read' ? { fault: 'card.expired' as FaultCode, expiredOn: event.card.validTo } : {},
      ),
      clearFault: assign({ fault: null, expiredOn: null }),
      failFlow: assign({ fault: 'flow.fault' as FaultCode }),
      decide: assign(({ context }, { step, service }: { step: StepId; service: ServiceId }) => {
        const decision = decide(stepOf(plan, step, 'check'), service, rules, factsOf(context));
        const others = context.decisions.filter((found) => found.step !== step);
        return { decisions: decision.ok ? [...others, decision.value] : others };
      }),
      keepPage: assign(({ context, event }, { material }: { material: MaterialId }) => {
        if (event.type !== 'page.taken') return {};
        const before = pagesOf(context, material);
        const old = before.find(({ id }) => id === event.replaces);
        const taken = { id: event.page, codes: [...(event.codes ?? old?.codes ?? [])] };
        const after =
          event.replaces === null
            ? [...before, taken]
            : before.map((page) => (page.id === event.replaces ? taken : page));
        return {
          ...withoutReadsOf(event.replaces === null ? [] : [event.replaces], context),
          pages: { ...context.pages, [material]: after },
          deferred: context.deferred.filter((each) => each !== material),
        };
      }),
      /** Put where the citizen finds it filled in; what was typed before stays. */
      keepRead: assign(({ context, event }, { material }: { material: MaterialId }) => {
        if (event.type !== 'pages.read') return {};
        const pages = pagesOf(context, material).map(({ id }) => id);
        const others = withoutReadsOf(pages, context);
        const answers = { ...others.answers };
        for (const [name, { value }] of Object.entries(event.values)) {
          const id = name as ElementId;
          const element = elements[id];
          const good = element === undefined ? null : isGoodAnswer(element, value, rules, factsOf(context));
          const untouched = answers[id] === undefined || answers[id] === others.read[id]?.value;
          if (untouched && good !== null && good.ok && good.value) answers[id] = value;
        }
        return { answers, read: { ...others.read, ...event.values } };
      }),
      dropPage: assign(({ context, event }, { material }: { material: MaterialId }) =>
        event.type === 'removePage'
          ? {
              ...withoutReadsOf([event.page], context),
              pages: { ...context.pages, [material]: pagesOf(context, material).filter(({ id }) => id !== event.page) },
            }
          : {},
      ),
      /** What was taken of it goes: half a document is none. */
      deferMaterial: assign(({ context }, { material }: { material: MaterialId }) => ({
        ...withoutReadsOf(
          pagesOf(context, material).map(({ id }) => id),
          context,
        ),
        pages: { ...context.pages, [material]: [] },
        deferred: [...context.deferred.filter((each) => each !== material), material],
        fault: null,
      })),
      keepAnswer: assign(({ context, event }) =>
        event.type === 'answer' ? { answers: { ...context.answers, [event.element]: event.value }, refused: null } : {},
      ),
      refuse: assign(({ event }, { element }: { element: ElementId }) => ({
        refused: { element, value: event.type === 'answer' ? event.value : null },
      })),
      clearRefused: assign({ refused: null }),
      removeService: assign(({ context, event }) =>
        event.type === 'removeFromCart' ? { removed: [...context.removed, event.service] } : {},
      ),
      startEditing: assign({ editing: true }),
      stopEditing: assign({ editing: false }),
      keepCases: assign(({ context, event }) => {
        if (event.type !== 'numbers.reserved') return {};
        const cases = servicesNow(plan, context).flatMap((service, index) => {
          const caseNumber = event.caseNumbers[index];
          return caseNumber === undefined ? [] : [{ service: service.id, caseNumber }];
        });
        return { cases, submittedAt: event.at };
      }),
      keepPrint: assign(({ event }) =>
        event.type === 'print.ended'
          ? { print: { outcome: event.outcome, fault: event.fault } }
          : { print: { outcome: 'unconfirmed' as const, fault: null } },
      ),
      clearPrint: assign({ print: null }),
      /** Never runs: the runner takes `bodies` from the transition and commits them with the snapshot. */
      record: (_machine, _params: { bodies: readonly RecordBody[] }) => {},
    },
  });
}

export type PlanSetup = ReturnType<typeof planSetup>;
/** One state of a plan machine, checked against the names above. */
export type PlanState = NonNullable<NonNullable<Parameters<PlanSetup['createMachine']>[0]['states']>[string]>;
export const freshPlan = ({ input }: { input: { readonly today: Day } }): PlanContext => freshContext(input.today);
