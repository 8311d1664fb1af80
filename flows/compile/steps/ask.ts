/** The step `ask`: one page per question; an answer is shown, a bad one with its reason; `next` goes on once it is good. */
import type { ElementId } from '#contract/ids.ts';
import type { PlanParts, PlanState } from '../plan-setup.ts';
import type { PlanStep } from '../plan.ts';
import { stopIndex } from '../stops.ts';
import { rowsState } from './rows.ts';
import { waysAfterAnswer, waysBack, waysWithout } from '../ways.ts';

/** The page of one question: a good answer leads to `given`, another stands there with what is wrong with it. */
export function askingState(step: PlanStep, element: ElementId, given: `#plan.${string}`) {
  const params = { element };
  return {
    meta: { page: { kind: 'ask' as const, step: step.id, element } },
    on: {
      answer: [
        { guard: { type: 'cannotJudge' as const, params }, target: '#plan.fault' as const },
        { guard: { type: 'isGood' as const, params }, actions: 'keepAnswer' as const },
        { guard: { type: 'isFor' as const, params }, actions: { type: 'refuse' as const, params } },
      ],
      next: [
        { guard: { type: 'isRefused' as const, params } },
        { guard: { type: 'cannotJudge' as const, params }, target: '#plan.fault' as const },
        { guard: { type: 'isGood' as const, params }, target: given },
        { actions: { type: 'refuse' as const, params } },
      ],
    },
  };
}

function pageState(parts: PlanParts, step: PlanStep, element: ElementId): PlanState {
  if (parts.elements[element]?.type === 'rows') return rowsState(parts, step, element);
  const index = stopIndex(parts.stops, step, element);
  const path = `#plan.${step.id}.${element}` as const;
  const without = waysWithout(parts, index, { path, here: 'asking' }, waysAfterAnswer);
  const asking = askingState(step, element, `${path}.given`);
  return {
    initial: 'asking',
    exit: 'clearRefused',
    states: {
      asking: {
        ...asking,
        on: { ...asking.on, back: waysBack(parts, index), ...without.on },
      },
      given: { always: waysAfterAnswer(parts, index) },
      ...without.states,
    },
  };
}

export function askState(parts: PlanParts, step: PlanStep): PlanState {
  const first = step.elements[0];
  if (first === undefined) throw new RangeError(`step ${step.id} asks nothing`);
  return {
    initial: first,
    states: Object.fromEntries(step.elements.map((element) => [element, pageState(parts, step, element)])),
  };
}
