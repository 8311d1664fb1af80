/** The step `review`: everything on one page, each answer can be changed; submitting needs every answer. */
import type { PlanParts, PlanState } from '../plan-setup.ts';
import type { PlanStep } from '../plan.ts';
import { stopIndex } from '../stops.ts';
import { waysBack, waysForward } from '../ways.ts';

export function reviewState(parts: PlanParts, step: PlanStep): PlanState {
  const index = stopIndex(parts.stops, step);
  const path = `#plan.${step.id}` as const;
  const before = parts.stops.slice(0, index);
  return {
    initial: 'reading',
    states: {
      reading: {
        meta: { page: { kind: 'review', step: step.id } },
        on: {
          back: waysBack(parts, index),
          edit: before
            .filter(({ element }) => element !== null)
            .map((stop) => ({
              guard: { type: 'mayChange' as const, params: { stop } },
              target: stop.target,
              actions: 'startEditing' as const,
            })),
          ...(parts.plan.services.length > 1
            ? { removeFromCart: { guard: 'mayRemove' as const, actions: 'removeService' as const } }
            : {}),
          submit: [
            { guard: 'cannotComplete', target: '#plan.fault' },
            { guard: 'isComplete', target: `${path}.agreed` },
            // Something went missing on the way: go there instead of submitting without it.
            { target: `${path}.incomplete`, actions: 'startEditing' },
          ],
        },
      },
      agreed: { always: waysForward(parts, index) },
      incomplete: {
        always: [
          ...before.map((stop) => ({ guard: { type: 'isOpen' as const, params: { stop } }, target: stop.target })),
          { target: `${path}.reading`, actions: 'stopEditing' },
        ],
      },
    },
  };
}
