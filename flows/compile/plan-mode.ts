/** What a plan is compiled for: to apply for oneself or for somebody else, only to practise, or only to learn what to bring, or how it goes. */
import { z } from 'zod';

export const PlanMode = z.strictObject({
  kind: z.enum(['apply', 'practise', 'notice', 'guide']),
  /** 代办: somebody else does it for the applicant, with both cards. */
  agent: z.boolean(),
});
export type PlanMode = Readonly<z.infer<typeof PlanMode>>;

export const APPLY: PlanMode = { kind: 'apply', agent: false };

/** The same for the same mode, and for no other. */
export function modeKey({ kind, agent }: PlanMode): string {
  return agent ? `${kind}/agent` : kind;
}
