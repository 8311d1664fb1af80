/** The step `check`: rules decided once on entry, then shown: eligible goes on, not eligible is told why and what to do. */
import type { PlanParts, PlanState } from '../plan-setup.ts';
import type { PlanStep } from '../plan.ts';
import { stopIndex } from '../stops.ts';
import { waysAfterAnswer, waysBack, waysWithout } from '../ways.ts';

export function checkState(parts: PlanParts, step: PlanStep): PlanState {
  const index = stopIndex(parts.stops, step);
  const path = `#plan.${step.id}` as const;
  const [taker] = step.takers;
  if (taker === undefined) throw new RangeError(`step ${step.id} is for no service`);
  const params = { step: step.id };
  const meta = { page: { kind: 'check' as const, step: step.id } };
  const without = waysWithout(parts, index, { path, here: 'deciding' }, waysAfterAnswer);
  return {
    initial: 'deciding',
    on: { back: waysBack(parts, index), ...without.on },
    states: {
      deciding: {
        entry: { type: 'decide', params: { ...params, service: taker.service } },
        always: [
          { guard: { type: 'isUndecided', params }, target: '#plan.fault' },
          { guard: { type: 'isEligible', params }, target: `${path}.eligible` },
          { target: `${path}.notEligible` },
        ],
      },
      eligible: { meta, on: { next: `${path}.passed` } },
      notEligible: {
        meta,
        on: {
          next: [
            // The others in the cart go on; and when none does, another service may be for this person.
            ...(parts.plan.services.length > 1
              ? [{ guard: 'othersGoOn' as const, target: `${path}.passed` as const }]
              : []),
            { target: '#plan.declined' },
          ],
          // Another answer may do away with the question itself: a refusal that nobody asks for any more would stand for ever.
          back: waysBack(parts, index).map((way) => ({ ...way, actions: { type: 'undecide' as const, params } })),
        },
      },
      passed: { always: waysAfterAnswer(parts, index) },
      ...without.states,
    },
  };
}
