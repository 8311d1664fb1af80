/** What a running plan remembers: plain data, stored sealed, parsed when it comes back from disk. */
import { z } from 'zod';
import { CaseNumber } from '#contract/case-number.ts';
import { IdentityCard } from '#contract/devices/card-reader.ts';
import { PrintOutcome } from '#contract/devices/printer.ts';
import { CaseProgress } from '#contract/hub-desk.ts';
import { Found } from '#contract/found.ts';
import { FaultCode } from '#contract/faults.table.ts';
import { Barred } from '#contract/lookup.ts';
import { PageCode } from '#contract/camera.ts';
import { Day, ElementId, MaterialId, PageId, ServiceId, SourceId, StepId } from '#contract/ids.ts';
import { VerifyCode } from '#contract/verify-code.ts';
import { AnswerRow, AnswerValue } from '#contract/screen/intent.ts';
import { Crop } from '#contract/screen/parts.ts';

/** How one rule of a check came out; `values` fill the gaps of its sentences. */
const Finding = z.strictObject({
  rule: StepId,
  met: z.boolean(),
  reason: z.record(z.string(), z.string()),
  suggestions: z.array(z.record(z.string(), z.string())),
});

/** One check of one service: a refusal takes this service out of the plan, and no other. */
export const Decision = z.strictObject({
  step: StepId,
  service: ServiceId,
  eligible: z.boolean(),
  findings: z.array(Finding),
});
export type Decision = Readonly<z.infer<typeof Decision>>;

/** A page that was taken; its picture lies in the journal. */
export const PageTaken = z.strictObject({ id: PageId, codes: z.array(PageCode) });
export type PageTaken = Readonly<z.infer<typeof PageTaken>>;

/** What the machine read of a page, as the value of a question; the citizen confirms it. */
export const ReadValue = z.strictObject({
  value: z.string(),
  /** 0 to 100. */
  confidence: z.number(),
  /** A check digit says that it is right. */
  proven: z.boolean(),
  page: PageId,
  crop: Crop,
});
export type ReadValue = Readonly<z.infer<typeof ReadValue>>;

/** A row of a list while it is filled in: `index` is the row it takes the place of, `column` is asked now. */
export const FilledRow = z.strictObject({
  row: AnswerRow,
  index: z.number().int().nonnegative().nullable(),
  column: ElementId,
});
export type FilledRow = Readonly<z.infer<typeof FilledRow>>;

export const PlanContext = z.strictObject({
  /** Frozen when the session began: every rule gives the same answer all along. */
  today: Day,
  card: IdentityCard.nullable(),
  /** The second person, where a service is for two. */
  partner: IdentityCard.nullable(),
  /** Who does it for the applicant (代办). */
  agent: IdentityCard.nullable(),
  answers: z.record(ElementId, AnswerValue),
  /** The pages of each material, in their order. */
  pages: z.record(MaterialId, z.array(PageTaken)),
  read: z.record(ElementId, ReadValue),
  /** Answers that were there before they were asked for: from the card, or from a lookup. */
  prefilled: z.record(ElementId, z.strictObject({ from: z.enum(['card', 'lookup']), value: AnswerValue })),
  /** What the hub said of the citizen's word, for each promise. */
  standings: z.record(ElementId, z.enum(['clear', 'barred', 'unknown'])),
  /** Why it isn't taken, while that is told. */
  barred: Barred.nullable(),
  /** What sources brought; null where there was nothing. `at`: wall time in ms. */
  data: z.record(SourceId, z.strictObject({ at: z.number(), found: Found.nullable() })),
  /** Materials that will be brought later. */
  deferred: z.array(MaterialId),
  /** A value that was refused, on the page where it was given; null element value = nothing was given. */
  refused: z.strictObject({ element: ElementId, value: AnswerValue.nullable() }).nullable(),
  /** The list in which rows are open, the innermost last; null on every other page. */
  filling: z.strictObject({ element: ElementId, rows: z.array(FilledRow).min(1).max(2) }).nullable(),
  /** The citizen came from the review to change one answer. */
  editing: z.boolean(),
  decisions: z.array(Decision),
  /** Services the citizen took out of the plan on the way. */
  removed: z.array(ServiceId),
  /** What a lookup brought; null before it did. */
  found: z.array(CaseProgress).nullable(),
  /** Why the page is in trouble. */
  fault: FaultCode.nullable(),
  /** Until when the card that was refused as expired was valid. */
  expiredOn: Day.nullable(),
  cases: z.array(z.strictObject({ service: ServiceId, caseNumber: CaseNumber })),
  /** Wall time in ms; null before the commit point. */
  submittedAt: z.number().nullable(),
  /** Proofs on A4, by their step: the code that was issued, null where nothing could be; and how printing ended. */
  proofs: z.record(
    StepId,
    z.strictObject({
      code: VerifyCode.nullable(),
      madeAt: z.number(),
      ended: z.strictObject({ outcome: PrintOutcome, fault: FaultCode.nullable() }).nullable(),
    }),
  ),
  print: z.strictObject({ outcome: PrintOutcome, fault: FaultCode.nullable() }).nullable(),
});
export type PlanContext = Readonly<z.infer<typeof PlanContext>>;

export function freshContext(today: Day): PlanContext {
  return {
    today,
    card: null,
    partner: null,
    agent: null,
    answers: {},
    pages: {},
    deferred: [],
    read: {},
    prefilled: {},
    data: {},
    standings: {},
    barred: null,
    proofs: {},
    refused: null,
    filling: null,
    editing: false,
    decisions: [],
    removed: [],
    found: null,
    fault: null,
    expiredOn: null,
    cases: [],
    submittedAt: null,
    print: null,
  };
}

export function pagesOf({ pages }: Pick<PlanContext, 'pages'>, material: MaterialId): readonly PageTaken[] {
  return pages[material] ?? [];
}
