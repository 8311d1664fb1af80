/** The case desk: what staff may do with a case, and what a citizen may learn of it at a kiosk. */
import { z } from 'zod';
import { CaseNumber } from './case-number.ts';
import { CaseState } from './hub-api.ts';
import { CasePart, OwedPaper, PartState } from './hub-parts.ts';
import { Day, MaterialId, ServiceId } from './ids.ts';
import { LocalText } from './language.ts';
import { orOther } from './message.ts';

const reason = z.string().trim().min(1).max(500);
const part = z.string().max(64);
const material = MaterialId;

/** A return says why, in the citizen's words. */
const OfCase = [
  z.strictObject({ kind: z.literal('accept') }),
  z.strictObject({ kind: z.literal('return'), reason }),
  z.strictObject({ kind: z.literal('complete') }),
] as const;

/** 并联: each office's share is moved on its own, and the case follows. */
const OfPart = [
  z.strictObject({ kind: z.literal('acceptPart'), part }),
  z.strictObject({ kind: z.literal('refusePart'), part, reason }),
  z.strictObject({ kind: z.literal('completePart'), part }),
] as const;

/** 容缺: a paper came after all, or may come until another day. */
const OfPaper = [
  z.strictObject({ kind: z.literal('paperBrought'), material }),
  z.strictObject({ kind: z.literal('paperLater'), material, until: Day }),
] as const;

const CaseAction = z.discriminatedUnion('kind', OfCase);
const PartAction = z.discriminatedUnion('kind', OfPart);
const PaperAction = z.discriminatedUnion('kind', OfPaper);
export type CaseAction = z.infer<typeof CaseAction>;
export type PartAction = z.infer<typeof PartAction>;
export type PaperAction = z.infer<typeof PaperAction>;

/** `POST /v1/cases/:caseNumber/actions`. */
export const DeskAction = z.discriminatedUnion('kind', [...OfCase, ...OfPart, ...OfPaper]);
export type DeskAction = z.infer<typeof DeskAction>;

/** From which states an action leads where; anything else is refused with `case.wrongState`. */
export const DESK_ACTIONS = {
  accept: { from: ['received'], to: 'accepted' },
  return: { from: ['received', 'accepted'], to: 'returned' },
  complete: { from: ['accepted'], to: 'completed' },
} as const satisfies Record<CaseAction['kind'], { from: readonly CaseState[]; to: CaseState }>;

/** The same of a part. */
export const PART_ACTIONS = {
  acceptPart: { from: ['received'], to: 'accepted' },
  refusePart: { from: ['received', 'accepted'], to: 'refused' },
  completePart: { from: ['accepted'], to: 'completed' },
} as const satisfies Record<PartAction['kind'], { from: readonly PartState[]; to: PartState }>;

export function isPartAction(action: DeskAction): action is PartAction {
  return action.kind in PART_ACTIONS;
}

export function isCaseAction(action: DeskAction): action is CaseAction {
  return action.kind in DESK_ACTIONS;
}

/** A case that consists of parts is completed by them: see `hub/server/cases/whole-of-parts.ts`. */
export function mayActOnWhole(kind: CaseAction['kind'], parts: readonly { readonly state: PartState }[]): boolean {
  if (parts.length === 0) return true;
  return kind === 'accept' || (kind === 'return' && parts.every(({ state }) => state !== 'completed'));
}

/** One of a citizen's cases, as the kiosk's `progress` shows it. */
export const CaseProgress = z.strictObject({
  caseNumber: CaseNumber,
  service: ServiceId,
  title: LocalText,
  /** `other`: one that this kiosk does not know yet. */
  state: orOther(CaseState),
  submittedAt: z.number(),
  /** When the state changed last, wall time in ms at the hub. */
  changedAt: z.number(),
  dueDay: z.iso.date(),
  /** Why it was returned, as the desk wrote it. */
  reason: z.string().nullable(),
  /** What each office says of its share; empty when there is one office. */
  parts: z.array(CasePart.omit({ part: true, changedAt: true }).extend({ state: orOther(PartState) })).default([]),
  /** What is still to be brought, while the case is open. */
  owed: z.array(OwedPaper.omit({ brought: true })).default([]),
});
export type CaseProgress = Readonly<z.infer<typeof CaseProgress>>;
