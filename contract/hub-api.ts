/** Kiosk ↔ hub and console ↔ hub, over HTTP with JSON. */
import { z } from 'zod';
import { PageCode } from './camera.ts';
import { CaseNumber } from './case-number.ts';
import { CasePart, OwedPaper } from './hub-parts.ts';
import { KioskId, MaterialId, RecordId, ServiceId, StationId } from './ids.ts';
import { LocalText } from './language.ts';
import { orOther, toTheLetter } from './message.ts';
import { CaseSubmitted, RecordEnvelope } from './record.ts';

export const BATCH_LIMIT = 64;

/** `POST /v1/kiosks/:kiosk/batches`. Rows in order of `seq`, without gaps. */
export const Batch = z.strictObject({
  kiosk: KioskId,
  station: StationId,
  rows: z.array(RecordEnvelope).min(1).max(BATCH_LIMIT),
});
export type Batch = Readonly<z.infer<typeof Batch>>;

export const Verdict = z.strictObject({
  seq: z.number().int().positive(),
  id: RecordId,
  /** `other`: for a kiosk, what a newer hub says; whether the row is the hub's, `ackThrough` says. */
  verdict: orOther(z.enum(['kept', 'keptBefore', 'quarantined'])),
  /** For a technician: with `quarantined` why, with `kept` which fields this hub does not know yet. */
  reason: z.string().optional(),
});
export type Verdict = Readonly<z.infer<typeof Verdict>>;

/** The hub answers after its COMMIT. Everything up to `ackThrough` of this epoch is the hub's from now on. */
export const BatchReply = z.strictObject({
  epoch: z.uuid(),
  ackThrough: z.number().int().nonnegative(),
  verdicts: z.array(Verdict),
});
export type BatchReply = Readonly<z.infer<typeof BatchReply>>;

/** `GET /v1/sealing-key`: the public key kiosks seal to; it reaches them inside a signed release. Raw X25519, base64. */
export const SealingKey = z
  .strictObject({ keyId: z.string(), publicKey: z.base64() })
  .register(toTheLetter, { why: 'what is sealed in another way than the key is for, nobody can open' });
export type SealingKey = Readonly<z.infer<typeof SealingKey>>;

export const CaseState = z.enum(['received', 'accepted', 'returned', 'completed']);
export type CaseState = z.infer<typeof CaseState>;

export const CaseRow = z.strictObject({
  caseNumber: CaseNumber,
  service: ServiceId,
  title: LocalText,
  station: StationId,
  /** Null: its kiosk did not say. */
  stationName: LocalText.nullable(),
  state: CaseState,
  /** When the state changed last, wall time in ms at the hub. */
  changedAt: z.number(),
  /** Why it was returned; null in every other state. */
  reason: z.string().nullable(),
  /** Masked, for example 林*英. */
  applicant: z.string(),
  submittedAt: z.number(),
  receivedAt: z.number(),
  /** Last day of the promised time, `YYYY-MM-DD`. */
  dueDay: z.iso.date(),
});
export type CaseRow = Readonly<z.infer<typeof CaseRow>>;

/** `GET /v1/cases?after=&search=&state=`; without a state, all of them. */
export const CaseList = z.strictObject({ cases: z.array(CaseRow), next: z.string().nullable() });
export type CaseList = Readonly<z.infer<typeof CaseList>>;

/** A page of paper that came for a case; its picture: `GET /v1/cases/:caseNumber/pages/:id`, a JPEG. */
export const CasePage = z.strictObject({
  id: RecordId,
  material: MaterialId,
  /** From 1 to `of`. */
  page: z.number().int().positive(),
  of: z.number().int().positive(),
  bytes: z.number().int().nonnegative(),
  codes: z.array(PageCode),
});
export type CasePage = Readonly<z.infer<typeof CasePage>>;

/** `refused`: a part; `brought`, `moreTime`: a paper that was owed. */
const TimelineEvent = z.enum([
  ...(['submitted', 'received', 'receipt', 'rating', 'accepted', 'returned', 'completed'] as const),
  ...(['refused', 'brought', 'moreTime'] as const),
]);

/** `GET /v1/cases/:caseNumber` */
export const CaseDetail = z.strictObject({
  row: CaseRow,
  record: CaseSubmitted,
  /** False: a newer kiosk said more than this hub knows. It is kept, and shown after the hub's update. */
  whole: z.boolean(),
  receipt: z.enum(['printed', 'unconfirmed', 'failed', 'unknown']),
  rating: z.number().int().min(1).max(5).nullable(),
  /** What has come by now; `record.materials` says how many there will be. */
  pages: z.array(CasePage),
  /** What each of several offices does; empty when there is one. */
  parts: z.array(CasePart),
  /** What was to be brought later, also what has been brought since. */
  owed: z.array(OwedPaper),
  /** What happened, oldest first, by the clock of whoever noted it (ms). */
  timeline: z.array(
    z.strictObject({
      what: TimelineEvent,
      at: z.number(),
      /** Who of the desk did it ("desk" until there are accounts); only with what the desk did. */
      who: z.string().optional(),
      /** Only with what was returned or refused. */
      reason: z.string().optional(),
      /** The part or the paper that it was about; left out: the whole. */
      about: LocalText.optional(),
      /** Only with `moreTime`. */
      until: z.iso.date().optional(),
    }),
  ),
});
export type CaseDetail = Readonly<z.infer<typeof CaseDetail>>;

/** `GET /v1/health` from another machine: the hub is there, and so is its database. */
export const HubLife = z.strictObject({ database: z.literal('ok') });
export type HubLife = Readonly<z.infer<typeof HubLife>>;

/** `GET /v1/health` at the hub's own machine: what somebody who runs the hub wants to know first. */
export const HubHealth = z.strictObject({
  database: z.literal('ok'),
  kiosks: z.number().int(),
  cases: z.number().int(),
  /** Rows refused and laid aside, and hints at a cloned or rolled-back disk: somebody has to look. */
  quarantined: z.number().int(),
  alarms: z.number().int(),
});
export type HubHealth = Readonly<z.infer<typeof HubHealth>>;

export const HubFault = z.strictObject({
  fault: z.strictObject({
    code: z.string(),
    message: z.string(),
    hint: z.string().optional(),
    /** With `signature.old` only: the hub's wall time in ms. */
    hubTime: z.number().optional(),
  }),
});
export type HubFault = Readonly<z.infer<typeof HubFault>>;
