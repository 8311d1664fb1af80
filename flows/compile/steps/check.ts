/** The step `check`: rules decided once on entry, then shown: eligible goes on, not eligible is told why and what to do. */
import type { PlanParts, PlanState } from '../plan-setup.ts';
import type { PlanStep } from '../plan.ts';
import { stopIndex } from '../stops.ts';
import { waysBack, waysForward } from '../ways.ts';

export function checkState(parts: PlanParts, step: PlanStep): PlanState {
  const index = stopIndex(parts.stops, step);
  const path = `#plan.${step.id}` as const;
  const params = { step: step.id };
  const meta = { page: { kind: 'check' as const, step: step.id } };
  return {
    initial: 'deciding',
    on: { back: waysBack(parts, index) },
    states: {
      deciding: {
        entry: { type: 'decide', params },
        always: [
          { guard: { type: 'isUndecided', params }, target: '#plan.fault' },
          { guard: { type: 'isEligible', params }, target: `${path}.eligible` },
          { target: `${path}.notEligible` },
        ],
      },
      eligible: { meta, on: { next: waysForward(parts, index) } },
      // Not for this person, but another service may be.
      notEligible: { meta, on: { next: '#plan.declined' } },
    },
  };
}
