/** The step `promise` (告知承诺): the hub is asked whether this citizen's word is taken; it is read, and signed with the finger. */
import { AGENT_QUESTIONS } from '../agent-steps.ts';
import type { PlanParts, PlanState } from '../plan-setup.ts';
import { type PlanStep, stepOf } from '../plan.ts';
import { stopIndex } from '../stops.ts';
import { waysAfterAnswer, waysBack, waysWithout } from '../ways.ts';
import { askingState } from './ask.ts';

/** Asking the hub takes a moment; whoever waits longer goes on as the step's edge says. */
const ASKING_MS = 8_000;

export function promiseState(parts: PlanParts, step: PlanStep): PlanState {
  const { element, faults } = stepOf(parts.plan, step.id, 'promise');
  const index = stopIndex(parts.stops, step, element);
  const path = `#plan.${step.id}.${element}` as const;
  const page = { kind: 'promise' as const, step: step.id, element };
  const params = { element };
  /** Only an applicant's promise of the real thing is asked about. */
  const consults = parts.plan.mode.kind === 'apply' && element !== AGENT_QUESTIONS.consent;
  const asked = parts.elements[element];
  const mayDecline = asked?.type === 'promise' && asked.decline !== undefined;
  const signing = askingState(step, element, `${path}.given`);
  const without = waysWithout(parts, index, { path, here: 'reading' }, waysAfterAnswer);
  const declines = {
    decline: { target: `${path}.given` as const, actions: { type: 'declinePromise' as const, params } },
  };
  return {
    initial: element,
    states: {
      [element]: {
        initial: consults ? 'consulting' : 'reading',
        exit: 'clearRefused',
        on: { back: waysBack(parts, index), ...without.on },
        states: {
          consulting: {
            tags: 'working',
            meta: {
              page: { ...page, phase: 'consulting' },
              activity: {
                kind: 'consultPromises',
                services: step.takers.map(({ service }) => service),
                timeoutMs: ASKING_MS,
              },
            },
            on: {
              'promises.told': [
                { guard: 'isBarred', target: `${path}.barred`, actions: { type: 'barPromise', params } },
                { target: `${path}.reading`, actions: { type: 'keepStanding', params } },
              ],
              'lookup.failed': [
                {
                  guard: { type: 'failsInto', params: { edges: faults, edge: 'go-on' } },
                  target: `${path}.reading`,
                  actions: { type: 'keepStanding', params },
                },
                { target: `${path}.trouble`, actions: 'keepFault' },
              ],
            },
          },
          trouble: {
            meta: { page: { ...page, phase: 'trouble' } },
            exit: 'clearFault',
            on: { retry: { guard: { type: 'mayRetry', params: { edges: faults } }, target: `${path}.consulting` } },
          },
          barred: {
            meta: { page: { ...page, phase: 'barred' } },
            on: { next: `${path}.given` },
          },
          reading: {
            meta: { page: { ...page, phase: 'reading' } },
            on: { next: `${path}.signing`, ...(mayDecline ? declines : {}) },
          },
          signing: { ...signing, on: { ...signing.on, back: `${path}.reading` } },
          given: { always: waysAfterAnswer(parts, index) },
          ...without.states,
        },
      },
    },
  };
}
