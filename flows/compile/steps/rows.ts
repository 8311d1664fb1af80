/** A question that is a list: one state, whose page is the list or a question of one row, as the context says. */
import type { ElementId } from '#contract/ids.ts';
import type { PlanParts, PlanState } from '../plan-setup.ts';
import type { PlanStep } from '../plan.ts';
import { stopIndex } from '../stops.ts';
import { waysAfterAnswer, waysBack, waysWithout } from '../ways.ts';

export function rowsState(parts: PlanParts, step: PlanStep, element: ElementId): PlanState {
  const index = stopIndex(parts.stops, step, element);
  const path = `#plan.${step.id}.${element}` as const;
  const params = { element };
  const actions = { type: 'moveInRows' as const, params };
  const cannot = { guard: { type: 'cannotMoveInRows' as const, params }, target: '#plan.fault' as const };
  const moves = [cannot, { guard: { type: 'movesInRows' as const, params }, actions }];
  const leaves = { guard: { type: 'leavesRows' as const, params }, target: `${path}.given` as const, actions };
  const without = waysWithout(parts, index, { path, here: 'filling' }, waysAfterAnswer);
  return {
    initial: 'filling',
    exit: ['clearRefused', 'closeRows'],
    states: {
      filling: {
        meta: { page: { kind: 'rows', step: step.id, element } },
        on: {
          addRow: moves,
          editRow: moves,
          removeRow: moves,
          answer: moves,
          next: [leaves, ...moves],
          back: [...moves, ...waysBack(parts, index)],
          ...without.on,
        },
      },
      given: { always: waysAfterAnswer(parts, index) },
      ...without.states,
    },
  };
}
