/** The case desk: what staff may do with a case, and what a citizen may learn of it at a kiosk. */
import { z } from 'zod';
import { CaseNumber } from './case-number.ts';
import { CaseState } from './hub-api.ts';
import { ServiceId } from './ids.ts';
import { LocalText } from './language.ts';

/** `POST /v1/cases/:caseNumber/actions`. A return says why, in the citizen's words. */
export const DeskAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept') }),
  z.strictObject({ kind: z.literal('return'), reason: z.string().trim().min(1).max(500) }),
  z.strictObject({ kind: z.literal('complete') }),
]);
export type DeskAction = z.infer<typeof DeskAction>;

/** From which states an action leads where; anything else is refused with `case.wrongState`. */
export const DESK_ACTIONS = {
  accept: { from: ['received'], to: 'accepted' },
  return: { from: ['received', 'accepted'], to: 'returned' },
  complete: { from: ['accepted'], to: 'completed' },
} as const satisfies Record<DeskAction['kind'], { from: readonly CaseState[]; to: CaseState }>;

/** One of a citizen's cases, as the kiosk's `progress` shows it. */
export const CaseProgress = z.strictObject({
  caseNumber: CaseNumber,
  service: ServiceId,
  title: LocalText,
  state: CaseState,
  submittedAt: z.number(),
  /** When the state changed last, wall time in ms at the hub. */
  changedAt: z.number(),
  dueDay: z.iso.date(),
  /** Why it was returned, as the desk wrote it. */
  reason: z.string().nullable(),
});
export type CaseProgress = Readonly<z.infer<typeof CaseProgress>>;
