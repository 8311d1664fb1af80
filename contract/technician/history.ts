/** What happened to the kiosk and what was done to it: history for reading, audit for proving. Nothing of a citizen. */
import { z } from 'zod';
import { DeviceId } from '../ids.ts';
import { LocalText } from '../language.ts';
import { TechnicianRole } from './roles.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

export const HistoryKind = z.enum([
  'kioskStarted',
  'kioskStopped',
  'deviceState',
  'deviceOut',
  'deviceBack',
  'hostStarted',
  'hostEnded',
  'hubAway',
  'hubBack',
  'release',
  'clock',
  'technician',
]);
export type HistoryKind = z.infer<typeof HistoryKind>;

export const HistoryEvent = z.strictObject({
  /** Grows by one with each event, over restarts. */
  n: z.number().int().positive(),
  at: z.number(),
  kind: HistoryKind,
  device: DeviceId.nullable(),
  /** Who did it, where somebody did. */
  who: z.string().nullable(),
  words: LocalText,
});
export type HistoryEvent = Readonly<z.infer<typeof HistoryEvent>>;

/** Newest first. `before`: only what is older than this `n`; null begins at the newest. */
export const PastRequest = z.strictObject({
  before: z.number().int().positive().nullable(),
  limit: z.number().int().min(1).max(200),
});

export const HistoryRequest = PastRequest.extend({ device: DeviceId.nullable() });
/** `next` is the `before` of the page that follows, null at the end. */
export const HistoryPage = z.strictObject({
  events: z.array(HistoryEvent),
  next: z.number().int().positive().nullable(),
});
export type HistoryPage = Readonly<z.infer<typeof HistoryPage>>;

/** `panel`: a technician at the screen; `socket`: whoever may open the control socket or write the file of keys, root or the kiosk's own user. */
export const AuditWho = z.strictObject({
  via: z.enum(['panel', 'socket']),
  /** The name of the key for `panel`, of nobody in particular for `socket`. */
  name: z.string().max(64),
  role: TechnicianRole.nullable(),
});
export type AuditWho = Readonly<z.infer<typeof AuditWho>>;

export const AuditEntry = z.strictObject({
  n: z.number().int().positive(),
  at: z.number(),
  who: AuditWho,
  /** The call, or `panel.unlock`, `panel.lock`, `key.made`, `key.revoked`. */
  act: z.string().max(64),
  /** What it was done to, for example a device; nothing personal. */
  subject: z.string().max(120).nullable(),
  /** `begun` is written before something is moved, so that a power cut hides nothing. */
  result: z.enum(['begun', 'done', 'refused', 'failed']),
  /** Why not. */
  code: z.string().max(64).nullable(),
  /** Hash chain: SHA-256 of the entry before's `chain` and this entry without it. */
  chain: Hash,
});
export type AuditEntry = Readonly<z.infer<typeof AuditEntry>>;

export const AuditPage = z.strictObject({
  entries: z.array(AuditEntry),
  next: z.number().int().positive().nullable(),
});
export type AuditPage = Readonly<z.infer<typeof AuditPage>>;

export const AuditReport = z.strictObject({
  /** What is still there; older entries were let go of after their time. */
  entries: z.number().int().nonnegative(),
  firstAt: z.number().nullable(),
  chain: z.enum(['ok', 'broken']),
  /** The first entry that does not fit. */
  brokenAt: z.number().int().nullable(),
});
export type AuditReport = Readonly<z.infer<typeof AuditReport>>;
