/** What of a case goes its own way at the hub: its parallel sub-cases (并联) and the papers that are still owed (容缺). */
import { z } from 'zod';
import { CaseNumber } from './case-number.ts';
import { MaterialId } from './ids.ts';
import { LocalText } from './language.ts';

export const PartState = z.enum(['received', 'accepted', 'refused', 'completed']);
export type PartState = z.infer<typeof PartState>;

/** One office's share of a case. */
export const CasePart = z.strictObject({
  part: z.string().max(64),
  title: LocalText,
  office: LocalText,
  state: PartState,
  dueDay: z.iso.date(),
  /** Wall time in ms at the hub. */
  changedAt: z.number(),
  /** Why it was refused, in the citizen's words; null in every other state. */
  reason: z.string().nullable(),
});
export type CasePart = Readonly<z.infer<typeof CasePart>>;

/** A paper that was to be brought later. */
export const OwedPaper = z.strictObject({
  material: MaterialId,
  label: LocalText,
  /** The last day; the desk may move it. What happens when it has passed a person decides, never the clock. */
  dueDay: z.iso.date(),
  brought: z.boolean(),
});
export type OwedPaper = Readonly<z.infer<typeof OwedPaper>>;

/** `GET /v1/owed-papers`: what is owed to cases that are still open, the earliest day first, the first only when there are very many. */
export const OwedList = z.strictObject({
  papers: z.array(
    OwedPaper.omit({ brought: true }).extend({
      caseNumber: CaseNumber,
      title: LocalText,
      /** Masked. */
      applicant: z.string(),
    }),
  ),
});
export type OwedList = Readonly<z.infer<typeof OwedList>>;

/** So many days before its last day a paper is due soon. */
const SOON_DAYS = 3;
const DAY_MS = 86_400_000;

/** Both `YYYY-MM-DD` in the hall. */
export function howNear(dueDay: string, today: string): 'overdue' | 'soon' | 'later' {
  if (dueDay < today) return 'overdue';
  return Date.parse(dueDay) - Date.parse(today) <= SOON_DAYS * DAY_MS ? 'soon' : 'later';
}
