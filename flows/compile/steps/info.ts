/** The step `info`: one page to read. */
import type { PlanParts, PlanState } from '../plan-setup.ts';
import type { PlanStep } from '../plan.ts';
import { stopIndex } from '../stops.ts';
import { waysBack, waysForward } from '../ways.ts';

export function infoState(parts: PlanParts, step: PlanStep): PlanState {
  const index = stopIndex(parts.stops, step);
  return {
    meta: { page: { kind: 'info', step: step.id } },
    on: { next: waysForward(parts, index), back: waysBack(parts, index) },
  };
}
