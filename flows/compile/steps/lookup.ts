/** The step `lookup`: asked for through the hub with the citizen's own card, then shown; or what to do when nobody answers. */
import type { PlanParts, PlanState } from '../plan-setup.ts';
import { type PlanStep, stepOf } from '../plan.ts';
import { stopIndex } from '../stops.ts';
import { waysForward } from '../ways.ts';

export function lookupState(parts: PlanParts, step: PlanStep): PlanState {
  const index = stopIndex(parts.stops, step);
  const { source, timeLimitSeconds, faults } = stepOf(parts.plan, step.id, 'lookup');
  const path = `#plan.${step.id}` as const;
  const page = { kind: 'lookup' as const, step: step.id };
  return {
    initial: 'asking',
    states: {
      asking: {
        tags: 'working',
        meta: {
          page: { ...page, phase: 'asking' },
          activity: { kind: 'lookUp', lookup: source, timeoutMs: timeLimitSeconds * 1000 },
        },
        on: {
          'lookup.found': { target: `${path}.told`, actions: 'keepFound' },
          'lookup.failed': { target: `${path}.trouble`, actions: 'keepFault' },
        },
      },
      told: { meta: { page: { ...page, phase: 'told' } }, on: { next: waysForward(parts, index) } },
      trouble: {
        meta: { page: { ...page, phase: 'trouble' } },
        on: {
          retry: {
            guard: { type: 'mayRetry', params: { edges: faults } },
            target: `${path}.asking`,
            actions: 'clearFault',
          },
        },
      },
    },
  };
}
