/** Between the panel on the screen and main, which alone knows whether it is unlocked and for whom. */
import { z } from 'zod';
import { ControlName } from '../control.ts';
import { KioskId, StationId } from '../ids.ts';
import { Json } from '../json.ts';
import { RefusalCode } from './refusals.table.ts';
import { Scope, TechnicianRole } from './roles.ts';

/** Length of a challenge as it is read out over the telephone, and of its answer. */
export const CHALLENGE_DIGITS = 10;
export const ANSWER_DIGITS = 8;

export const TechnicianRequest = z.discriminatedUnion('kind', [
  /** Asks for a challenge; any earlier one is void. Refused while a citizen is served. */
  z.strictObject({ kind: z.literal('open') }),
  /** Spaces as people type them are fine. */
  z.strictObject({ kind: z.literal('answer'), answer: z.string().max(40) }),
  /** One call of `contract/control.ts`, once unlocked, within the scopes of the key that was used. */
  z.strictObject({ kind: z.literal('call'), name: ControlName, request: Json }),
  /** The technician touched the panel: the idle time begins anew. Calls alone don't count as a touch. */
  z.strictObject({ kind: z.literal('touched') }),
  /** Locks, and gives the kiosk back to citizens. */
  z.strictObject({ kind: z.literal('close') }),
]);
export type TechnicianRequest = z.infer<typeof TechnicianRequest>;

export const LockReason = z.enum(['closed', 'idle', 'timeOver']);
export type LockReason = z.infer<typeof LockReason>;

export const TechnicianReply = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('challenge'),
    /** Digits only; show them in groups. */
    challenge: z.string(),
    kiosk: KioskId,
    station: StationId,
    /** From now on, by the kiosk's own running time. */
    expiresInMs: z.number(),
  }),
  z.strictObject({
    kind: z.literal('unlocked'),
    /** The key's name, as the hall gave it. */
    name: z.string(),
    role: TechnicianRole,
    scopes: z.array(Scope),
    /** It locks by itself after so long without a touch, and in any case at the end of `timeLeftMs`. */
    idleMs: z.number(),
    timeLeftMs: z.number(),
  }),
  z.strictObject({ kind: z.literal('reply'), reply: Json }),
  z.strictObject({ kind: z.literal('locked') }),
  z.strictObject({
    kind: z.literal('refused'),
    /** Words for codes of this table are in it; a device's fault code has its `technician` words in FAULTS. */
    code: z.union([RefusalCode, z.string()]),
    message: z.string(),
    /** How long nothing will be taken; null where waiting is not the answer. */
    waitMs: z.number().nullable(),
  }),
]);
export type TechnicianReply = Readonly<z.infer<typeof TechnicianReply>>;
