/** The step `ask`: one page per question; an answer is shown, a bad one with its reason; `next` goes on once it is good. */
import type { ElementId } from '#contract/ids.ts';
import type { PlanParts, PlanState } from '../plan-setup.ts';
import type { PlanStep } from '../plan.ts';
import { stopIndex } from '../stops.ts';
import { waysAfterAnswer, waysBack, waysWithout } from '../ways.ts';

function pageState(parts: PlanParts, step: PlanStep, element: ElementId): PlanState {
  const index = stopIndex(parts.stops, step, element);
  const path = `#plan.${step.id}.${element}` as const;
  const params = { element };
  const without = waysWithout(parts, index, { path, here: 'asking' }, waysAfterAnswer);
  return {
    initial: 'asking',
    exit: 'clearRefused',
    states: {
      asking: {
        meta: { page: { kind: 'ask', step: step.id, element } },
        on: {
          answer: [
            { guard: { type: 'cannotJudge', params }, target: '#plan.fault' },
            { guard: { type: 'isGood', params }, actions: 'keepAnswer' },
            { guard: { type: 'isFor', params }, actions: { type: 'refuse', params } },
          ],
          next: [
            { guard: { type: 'isRefused', params } },
            { guard: { type: 'cannotJudge', params }, target: '#plan.fault' },
            { guard: { type: 'isGood', params }, target: `${path}.given` },
            { actions: { type: 'refuse', params } },
          ],
          back: waysBack(parts, index),
          ...without.on,
        },
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
