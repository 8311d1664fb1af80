/** The step `fee`: what it costs, item by item, before anything is signed. */
import type { PlanParts, PlanState } from '../plan-setup.ts';
import type { PlanStep } from '../plan.ts';
import { stopIndex } from '../stops.ts';
import { waysBack, waysForward } from '../ways.ts';

export function feeState(parts: PlanParts, step: PlanStep): PlanState {
  const index = stopIndex(parts.stops, step);
  return {
    meta: { page: { kind: 'fee', step: step.id } },
    on: {
      next: [{ guard: 'cannotPrice', target: '#plan.fault' }, ...waysForward(parts, index)],
      back: waysBack(parts, index),
    },
  };
}
