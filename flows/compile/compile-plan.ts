/** A plan compiled to one xstate machine: pure (no invoke, no after), so it can be walked, restored and replayed. */
import type { Content } from '../release/content.ts';
import { freshPlan, type PlanParts, planSetup, type PlanState } from './plan-setup.ts';
import type { Plan, PlanStep } from './plan.ts';
import type { PlanRules } from './plan-rules.ts';
import type { RunsAt } from './records.ts';
import { askState } from './steps/ask.ts';
import { checkState } from './steps/check.ts';
import { feeState } from './steps/fee.ts';
import { handoutState } from './steps/handout.ts';
import { identifyState } from './steps/identify.ts';
import { infoState } from './steps/info.ts';
import { lookupState } from './steps/lookup.ts';
import { printState } from './steps/print.ts';
import { promiseState } from './steps/promise.ts';
import { rateState } from './steps/rate.ts';
import { receiptState } from './steps/receipt.ts';
import { reviewState } from './steps/review.ts';
import { scanState } from './steps/scan.ts';
import { submitState } from './steps/submit.ts';
import { stopsOf } from './stops.ts';

const STATES = {
  info: infoState,
  identify: identifyState,
  check: checkState,
  choose: askState,
  ask: askState,
  promise: promiseState,
  lookup: lookupState,
  scan: scanState,
  review: reviewState,
  fee: feeState,
  sign: askState,
  submit: submitState,
  print: printState,
  receipt: receiptState,
  rate: rateState,
  notice: handoutState,
  guide: handoutState,
} as const satisfies Record<PlanStep['kind'], (parts: PlanParts, step: PlanStep) => PlanState>;

/** What a plan's steps name, explained. */
export type PlanWords = Pick<
  Content,
  'elements' | 'fees' | 'materials' | 'offices' | 'regions' | 'sources' | 'workingDays'
>;

/** Throws when the plan is empty or names an element that isn't there: the release should not have been taken. */
export function compilePlan(plan: Plan, words: PlanWords, rules: PlanRules, runsAt: RunsAt) {
  const parts: PlanParts = { plan, stops: stopsOf(plan), ...words, rules, runsAt };
  const first = plan.steps[0];
  if (first === undefined) throw new RangeError('a plan without steps');
  const states = Object.fromEntries(plan.steps.map((step) => [step.id, STATES[step.kind](parts, step)]));
  return planSetup(parts).createMachine({
    id: 'plan',
    context: freshPlan,
    initial: first.id,
    states: {
      ...states,
      fault: { entry: 'failFlow', meta: { page: { kind: 'fault' } }, on: { next: 'declined' } },
      /** The citizen went back out of the first step. */
      left: { type: 'final' },
      /** The service isn't for this citizen, or is at fault, and the citizen wants to see what else there is. */
      declined: { type: 'final' },
      done: { type: 'final' },
    },
  });
}

export type PlanMachine = ReturnType<typeof compilePlan>;
