/** Checks: decided once, and told. */
import type { ServiceId, StepId } from '#contract/ids.ts';
import { decide } from '../decide.ts';
import { stepOf } from '../plan.ts';
import type { PlanContext } from '../plan-context.ts';
import type { PlanParts } from '../plan-setup.ts';
import { keep, type Seen } from './act.ts';

const decisionOf = ({ decisions }: PlanContext, step: StepId) => decisions.find((found) => found.step === step);

export const decidingGuards = {
  isUndecided: ({ context }: Seen, { step }: { step: StepId }) => decisionOf(context, step) === undefined,
  isEligible: ({ context }: Seen, { step }: { step: StepId }) => decisionOf(context, step)?.eligible === true,
};

export function decidingActions({ plan, rules }: PlanParts) {
  return {
    decide: keep<{ step: StepId; service: ServiceId }>(({ context }, { step, service }) => {
      const decision = decide(stepOf(plan, step, 'check'), service, rules, context);
      const others = context.decisions.filter((found) => found.step !== step);
      return { decisions: decision.ok ? [...others, decision.value] : others };
    }),
    undecide: keep<{ step: StepId }>(({ context }, { step }) => ({
      decisions: context.decisions.filter((found) => found.step !== step),
    })),
  };
}
