/** The step `lookup`: asked for through the hub with the citizen's own card, then shown; or what to do when nobody answers. */
import type { PlanParts, PlanState } from '../plan-setup.ts';
import { type PlanStep, stepOf } from '../plan.ts';
import { stopIndex } from '../stops.ts';
import { waysAfterAnswer, waysBack, waysWithout } from '../ways.ts';

export function lookupState(parts: PlanParts, step: PlanStep): PlanState {
  const index = stopIndex(parts.stops, step);
  const { source, shown, timeLimitSeconds, faults } = stepOf(parts.plan, step.id, 'lookup');
  const path = `#plan.${step.id}` as const;
  const page = { kind: 'lookup' as const, step: step.id };
  const told = shown ? (`${path}.told` as const) : (`${path}.known` as const);
  const retry = {
    guard: { type: 'mayRetry' as const, params: { edges: faults } },
    target: `${path}.asking` as const,
  };
  const left = waysWithout(parts, index, { path, here: 'asking' }, waysAfterAnswer);
  // Progress is nobody's answer: a service can't go on without it.
  const without =
    source === 'progress'
      ? {}
      : {
          next: {
            guard: { type: 'goesOn' as const, params: { edges: faults } },
            target: `${path}.known` as const,
            actions: { type: 'keepNoData' as const, params: { source } },
          },
        };
  const found =
    source === 'progress'
      ? { 'lookup.found': { target: told, actions: 'keepFound' as const } }
      : {
          'source.found': {
            guard: { type: 'isFrom' as const, params: { source } },
            target: told,
            actions: 'keepData' as const,
          },
        };
  return {
    initial: 'asking',
    on: { back: waysBack(parts, index) },
    states: {
      asking: {
        tags: 'working',
        meta: {
          page: { ...page, phase: 'asking' },
          activity: { kind: 'lookUp', lookup: source, timeoutMs: timeLimitSeconds * 1000 },
        },
        on: {
          ...found,
          'lookup.failed': { target: `${path}.trouble`, actions: 'keepFault' },
        },
      },
      told: { meta: { page: { ...page, phase: 'told' } }, on: { next: `${path}.known` } },
      trouble: {
        meta: { page: { ...page, phase: 'trouble' } },
        exit: 'clearFault',
        on: { retry, ...without, ...left.on },
      },
      known: { always: waysAfterAnswer(parts, index) },
      ...left.states,
    },
  };
}
