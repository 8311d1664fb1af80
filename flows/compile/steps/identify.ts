/** The step `identify`: waiting for a card, reading it, and what is said when that fails. */
import type { PlanActivity } from '../page.ts';
import type { PlanParts, PlanState } from '../plan-setup.ts';
import { type PlanStep, stepOf } from '../plan.ts';
import { stopIndex } from '../stops.ts';
import { waysBack, waysForward } from '../ways.ts';

export function identifyState(parts: PlanParts, step: PlanStep): PlanState {
  const index = stopIndex(parts.stops, step);
  const { who, timeLimitSeconds, faults } = stepOf(parts.plan, step.id, 'identify');
  // One activity for both phases: it goes on when a card is found, and begins anew for the next person.
  const activity: PlanActivity = { kind: 'readCard', who, timeoutMs: timeLimitSeconds * 1000 };
  const path = `#plan.${step.id}` as const;
  const persons = parts.plan.steps.filter(({ kind }) => kind === 'identify').length;
  const samePerson = {
    guard: { type: 'isSamePerson' as const, params: { who } },
    target: `${path}.trouble` as const,
    actions: 'keepSamePerson' as const,
  };
  if (parts.plan.mode.kind === 'practise') {
    const practised = { target: `${path}.known` as const, actions: { type: 'keepCard' as const, params: { who } } };
    return {
      initial: 'waiting',
      on: { back: waysBack(parts, index) },
      states: {
        waiting: {
          meta: { page: { kind: 'practiseCard', step: step.id } },
          on: { 'practise.card': [...(persons > 1 ? [{ guard: samePerson.guard }] : []), practised] },
        },
        known: { always: waysForward(parts, index) },
      },
    };
  }
  const results = {
    'card.read': [
      { guard: 'hasExpired' as const, target: `${path}.trouble` as const, actions: 'keepExpiry' as const },
      ...(persons > 1 ? [samePerson] : []),
      { target: `${path}.known` as const, actions: { type: 'keepCard' as const, params: { who } } },
    ],
    'card.failed': { target: `${path}.trouble` as const, actions: 'keepFault' as const },
  };
  // Between the agent's card and the applicant's a question is asked anyway.
  const changes = who === 'partner';
  return {
    initial: changes ? 'changing' : 'waiting',
    on: { back: waysBack(parts, index) },
    states: {
      ...(changes
        ? {
            changing: {
              meta: { page: { kind: 'identify' as const, step: step.id, phase: 'changing' as const } },
              on: { next: `${path}.waiting` as const },
            },
          }
        : {}),
      waiting: {
        tags: 'working',
        meta: { page: { kind: 'identify', step: step.id, phase: 'waiting' }, activity },
        on: { ...results, 'card.found': `${path}.reading` },
      },
      reading: {
        tags: 'working',
        meta: { page: { kind: 'identify', step: step.id, phase: 'reading' }, activity },
        // After a crash nobody knows whether the card still lies there.
        on: { ...results, recovered: `${path}.waiting` },
      },
      trouble: {
        meta: { page: { kind: 'identify', step: step.id, phase: 'trouble' } },
        on: {
          retry: {
            guard: { type: 'mayRetry', params: { edges: faults } },
            target: `${path}.waiting`,
            actions: 'clearFault',
          },
        },
      },
      known: { always: waysForward(parts, index) },
    },
  };
}
