/** Proofs on A4: the code that was issued, how printing ended, and whether another try makes sense. */
import type { StepId } from '#contract/ids.ts';
import { stepOf } from '../plan.ts';
import type { EdgesOf, PlanParts } from '../plan-setup.ts';
import { keep, type Seen } from './act.ts';

export interface OfStep {
  readonly step: StepId;
}

export function provingGuards({ plan, rules }: PlanParts) {
  return {
    /** A value in one of its sentences can't be told. */
    cannotWrite: ({ context }: Seen, { step }: OfStep) =>
      stepOf(plan, step, 'print').paragraphs.some(({ values }) =>
        Object.values(values).some((expression) => !rules.text(expression, context).ok),
      ),
    /** Only where it is certain that nothing readable came out. */
    mayProveAgain: ({ context }: Seen, { step, edges }: OfStep & { edges: EdgesOf }) => {
      const ended = context.proofs[step]?.ended ?? null;
      return ended?.outcome === 'failed' && ended.fault !== null && edges[ended.fault] === 'retry';
    },
  };
}

export const provingActions = {
  keepProof: keep<OfStep>(({ context, event }, { step }) =>
    event.type === 'proof.issued'
      ? { proofs: { ...context.proofs, [step]: { code: event.code, madeAt: event.madeAt, ended: null } } }
      : {},
  ),
  endProof: keep<OfStep>(({ context, event }, { step }) => {
    const ended =
      event.type === 'proof.ended'
        ? { outcome: event.outcome, fault: event.fault }
        : { outcome: 'unconfirmed' as const, fault: null };
    const proof = context.proofs[step] ?? { code: null, madeAt: event.at };
    return { proofs: { ...context.proofs, [step]: { ...proof, ended } } };
  }),
};
