/** What the hub learns of a printed proof, so that anyone at a counter can check it: whose it is only masked. */
import { z } from 'zod';
import { PrintOutcome } from './devices/printer.ts';
import { Day, ServiceId, StationId } from './ids.ts';
import { LocalText } from './language.ts';
import { VerifyCode } from './verify-code.ts';

/** One line to compare with the paper, in the paper's language. */
export const ShownLine = z.strictObject({
  /** Null for a sentence. */
  label: z.string().min(1).max(120).nullable(),
  value: z.string().min(1).max(2_000),
});
export type ShownLine = Readonly<z.infer<typeof ShownLine>>;

/** Committed before the paper is printed: no paper is out there whose code nobody knows. */
export const DocumentIssued = z.strictObject({
  kind: z.literal('document.issued'),
  code: VerifyCode,
  service: ServiceId,
  /** As it and the place are called there. Left out by kiosks that did not say so yet. */
  serviceTitle: LocalText.optional(),
  /** Of the paper, for example 参保缴费证明. */
  title: LocalText,
  station: StationId,
  stationName: LocalText.optional(),
  day: Day,
  /** Wall time in ms at the kiosk. */
  issuedAt: z.number(),
  /** Hex SHA-256 of what the paper says (`factsOf` in contract/paper.ts): a copy of its text can be proved, and nothing be read from it. */
  facts: z.string().regex(/^[0-9a-f]{64}$/),
  /** What a checker compares: the person masked, the sentences, the figures, and how many rows each table has. Left out by kiosks of before. */
  shown: z.array(ShownLine).max(200).readonly().optional(),
});
export type DocumentIssued = Readonly<z.infer<typeof DocumentIssued>>;

/** How printing it ended. */
export const DocumentPrinted = z.strictObject({
  kind: z.literal('document.printed'),
  code: VerifyCode,
  outcome: PrintOutcome,
  at: z.number(),
});
export type DocumentPrinted = Readonly<z.infer<typeof DocumentPrinted>>;

/** What staff see of it. */
export const VerifiedPaper = DocumentIssued.omit({ kind: true, facts: true }).extend({
  /** Wall time in ms at the hub. */
  receivedAt: z.number(),
  /** `unknown` until the kiosk said how printing ended. */
  outcome: z.enum([...PrintOutcome.options, 'unknown']),
});
export type VerifiedPaper = Readonly<z.infer<typeof VerifiedPaper>>;

/** `GET /v1/verify/:code`. One as a rule; should two kiosks ever have given one code, both are shown and a person decides. */
export const VerifyReply = z.strictObject({ papers: z.array(VerifiedPaper).min(1) });
export type VerifyReply = Readonly<z.infer<typeof VerifyReply>>;
