/** The list of broken promises (失信名单): who gave a word at a kiosk that was found untrue, as the desk enters and lifts it. */
import { z } from 'zod';
import { CaseNumber } from './case-number.ts';
import { Day, ServiceId } from './ids.ts';
import { LocalText } from './language.ts';

const reason = z.string().trim().min(1).max(500);

/** Whether the citizen's word isn't taken for anything, or not for this service only. */
export const Bars = z.enum(['everything', 'service']);
export type Bars = z.infer<typeof Bars>;

/** `POST /v1/broken-promises`. Whose promise it was, the case says: nobody types a citizen's number. */
export const EnterBrokenPromise = z.strictObject({
  caseNumber: CaseNumber,
  /** For colleagues, and for whoever asks later. */
  reason,
  bars: Bars,
  /** The last day; null: until it is lifted. */
  until: Day.nullable(),
});
export type EnterBrokenPromise = z.infer<typeof EnterBrokenPromise>;

/** `POST /v1/broken-promises/:id/lift`. */
export const LiftBrokenPromise = z.strictObject({ reason });

const Deed = z.strictObject({ who: z.string(), at: z.number(), reason: z.string() });

export const BrokenPromise = z.strictObject({
  id: z.uuid(),
  caseNumber: CaseNumber,
  service: ServiceId,
  title: LocalText,
  /** Masked, for example 林*英. */
  applicant: z.string(),
  bars: Bars,
  since: Day,
  until: Day.nullable(),
  entered: Deed,
  /** Null while it stands. */
  lifted: Deed.nullable(),
});
export type BrokenPromise = Readonly<z.infer<typeof BrokenPromise>>;

/** `GET /v1/broken-promises`, or of one case with `?caseNumber=`: the newest first, the newest only when there are very many. */
export const PromiseList = z.strictObject({ promises: z.array(BrokenPromise) });
