/** What leaves the kiosk: record kinds, and the sealed envelope in which they travel. */
import { z } from 'zod';
import { AnswerTable } from './answer-table.ts';
import { PageCode, PageJpeg } from './camera.ts';
import { CaseNumber } from './case-number.ts';
import { IdentityCard } from './devices/card-reader.ts';
import { PrintOutcome } from './devices/printer.ts';
import { Day, ElementId, KioskId, MaterialId, RecordId, ServiceId, StationId } from './ids.ts';
import { Language, LocalText } from './language.ts';
import { readAsFarAsItGoes, toTheLetter } from './message.ts';
import { DocumentIssued, DocumentPrinted } from './paper-record.ts';
import { AnswerValue } from './screen/intent.ts';
import { AuditEntry } from './technician/history.ts';

export const Answer = z.strictObject({
  element: ElementId,
  label: LocalText,
  value: AnswerValue,
  /** The value in words, for the case desk. */
  shown: LocalText,
  /** The value is a number that names a person: the desk sees it masked at first. */
  masked: z.boolean().optional(),
  /** The same as a table, where the answer is a list. */
  table: AnswerTable.optional(),
  source: z.enum(['card', 'typed', 'lookup', 'scan', 'drawn']),
});
export type Answer = Readonly<z.infer<typeof Answer>>;

/** A document of a case: its pages come as records of their own. `deferred`: it is to be brought later (容缺). */
export const CaseMaterial = z.strictObject({
  material: MaterialId,
  label: LocalText,
  pages: z.number().int().nonnegative(),
  deferredWorkdays: z.number().int().positive().nullable(),
  /** The last day for that, as the citizen was told: by the hall's working days. Left out: counted from the case's `day`. */
  deferredUntil: Day.optional(),
});
export type CaseMaterial = Readonly<z.infer<typeof CaseMaterial>>;

/** Nothing at the hub depends on these but what the desk sees, and the desk is told that there is more. */
const SHOWN_ONLY = { why: 'the desk sees them, and is told that there is more' };

export const CaseSubmitted = z.strictObject({
  kind: z.literal('case.submitted'),
  caseNumber: CaseNumber,
  service: ServiceId,
  title: LocalText,
  station: StationId,
  /** What the place is called. Left out by kiosks that did not say so yet. */
  stationName: LocalText.optional(),
  release: z.number().int(),
  planHash: z.string(),
  day: Day,
  /** Wall time in ms at the kiosk. */
  submittedAt: z.number(),
  language: Language,
  applicant: IdentityCard,
  /** 代办: who did it for the applicant. */
  agent: IdentityCard.nullable().default(null),
  /** The other person of a service for two. */
  partner: IdentityCard.optional(),
  /** Somebody stood beside the applicant and read along (有人陪我办). */
  assisted: z.boolean().default(false),
  answers: z.array(Answer).register(readAsFarAsItGoes, SHOWN_ONLY),
  materials: z.array(CaseMaterial).default([]),
  promisedWorkdays: z.number().int().nonnegative(),
  /** Until when it is decided, as the citizen was told: by the hall's working days and hours. Left out: counted from `day`. */
  dueDay: Day.optional(),
  /** 告知承诺 of this case; the words are those of the release. `unknown`: the list of broken promises couldn't be asked. */
  promises: z
    .array(
      z.strictObject({
        element: ElementId,
        label: LocalText,
        state: z.enum(['signed', 'declined', 'barred']),
        standing: z.enum(['clear', 'barred', 'unknown']),
      }),
    )
    .register(readAsFarAsItGoes, SHOWN_ONLY)
    .default([]),
  /** 并联: offices that work on this case at the same time. */
  subCases: z
    .array(
      z.strictObject({
        id: z.string().max(64),
        title: LocalText,
        office: LocalText,
        promisedWorkdays: z.number().int().nonnegative(),
        /** Like the case's. */
        dueDay: Day.optional(),
      }),
    )
    .default([]),
  /** 跨省通办: where it is decided; null: here. */
  decidedIn: z
    .strictObject({ region: z.string().max(64), name: LocalText, office: LocalText })
    .nullable()
    .default(null),
  /** What it costs, from the fee table, for these answers. */
  fees: z
    .array(
      z.strictObject({
        fee: z.string().max(64),
        label: LocalText,
        quantity: z.number().int().positive(),
        totalFen: z.number().int().nonnegative(),
        paid: z.enum(['here', 'atPickUp']),
      }),
    )
    .register(readAsFarAsItGoes, SHOWN_ONLY)
    .default([]),
});
export type CaseSubmitted = Readonly<z.infer<typeof CaseSubmitted>>;

export const ReceiptReported = z.strictObject({
  kind: z.literal('receipt.reported'),
  caseNumbers: z.array(CaseNumber),
  outcome: PrintOutcome,
  at: z.number(),
});
export type ReceiptReported = Readonly<z.infer<typeof ReceiptReported>>;

export const RatingGiven = z.strictObject({
  kind: z.literal('rating.given'),
  caseNumber: CaseNumber,
  service: ServiceId,
  /** Five levels of GB/T 39735: 5 very satisfied … 1 very dissatisfied. */
  level: z.number().int().min(1).max(5),
  at: z.number(),
});
export type RatingGiven = Readonly<z.infer<typeof RatingGiven>>;

/** One page of paper, for every case that asked for it. */
export const PageAttached = z.strictObject({
  kind: z.literal('page.attached'),
  caseNumbers: z.array(CaseNumber).min(1),
  material: MaterialId,
  /** From 1 to `of`. */
  page: z.number().int().positive(),
  of: z.number().int().positive(),
  codes: z.array(PageCode),
  jpeg: PageJpeg,
});
export type PageAttached = Readonly<z.infer<typeof PageAttached>>;

/** One entry of a kiosk's audit, as its technicians' book has it. */
export const TechnicianActed = AuditEntry.extend({ kind: z.literal('technician.acted') });
export type TechnicianActed = Readonly<z.infer<typeof TechnicianActed>>;

export const RecordBody = z.discriminatedUnion('kind', [
  CaseSubmitted,
  ReceiptReported,
  RatingGiven,
  PageAttached,
  DocumentIssued,
  DocumentPrinted,
  TechnicianActed,
]);
export type RecordBody = z.infer<typeof RecordBody>;
export const RecordKind = z.enum([
  'case.submitted',
  'receipt.reported',
  'rating.given',
  'page.attached',
  'document.issued',
  'document.printed',
  'technician.acted',
]);
export type RecordKind = z.infer<typeof RecordKind>;

export interface RecordDraft {
  readonly id: RecordId;
  readonly body: RecordBody;
}

/** HPKE (RFC 9180) base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM. Base64 without line breaks. */
export const Sealed = z
  .strictObject({ keyId: z.string(), enc: z.base64(), ciphertext: z.base64() })
  .register(toTheLetter, { why: 'one field more may say that it is to be opened in another way' });
export type Sealed = Readonly<z.infer<typeof Sealed>>;

export const SEAL_INFO = 'yeban/outbox/v1';

/** One outbox row on its way. What is outside `sealed` holds no personal data. */
export const RecordEnvelope = z.strictObject({
  epoch: z.uuid(),
  seq: z.number().int().positive(),
  id: RecordId,
  kind: RecordKind,
  createdAt: z.number(),
  sealed: Sealed,
  /** Hex SHA-256 over the row's canonical content (see `envelopeContent`). */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Hash chain: hex SHA-256 of the previous row's chain hash (64 zeros before the first) and this row's hash. */
  chain: z.string().regex(/^[0-9a-f]{64}$/),
});
export type RecordEnvelope = Readonly<z.infer<typeof RecordEnvelope>>;

/** The associated data that ties a sealed row to its place: it can't be moved or renamed. */
export function sealContext(kiosk: KioskId, epoch: string, seq: number, kind: RecordKind): string {
  return `${kiosk}|${epoch}|${seq}|${kind}`;
}

/** The bytes (as text) that `hash` covers. */
export function envelopeContent(
  row: Omit<RecordEnvelope, 'hash' | 'chain' | 'kind'> & { readonly kind: string },
): string {
  const { keyId, enc, ciphertext } = row.sealed;
  return [row.epoch, row.seq, row.id, row.kind, row.createdAt, keyId, enc, ciphertext].join('|');
}

export const CHAIN_START = '0'.repeat(64);

/** The text whose SHA-256 (hex) is a row's `chain`: the previous row's `chain`, then this row's `hash`. */
export function chainContent(previousChain: string, hash: string): string {
  return previousChain + hash;
}
