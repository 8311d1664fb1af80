/** What passed on a device's wire, in words for a technician: what a card said or a receipt told is never among them. */
import { z } from 'zod';
import { LocalText } from '../language.ts';

export const TraceLine = z.strictObject({
  /** Grows by one with each line of a device, as long as its device host lives. */
  n: z.number().int().nonnegative(),
  /** Wall time in ms. */
  at: z.number(),
  direction: z.enum(['toDevice', 'fromDevice']),
  words: LocalText,
});
export type TraceLine = Readonly<z.infer<typeof TraceLine>>;

export const TracePage = z.strictObject({
  lines: z.array(TraceLine),
  /** Where to go on reading. */
  next: z.number().int().nonnegative(),
});
export type TracePage = Readonly<z.infer<typeof TracePage>>;

/** `after`: the `next` of the page before, null for everything that is still known. Waits so long when there is nothing. */
export const TraceRequest = z.strictObject({
  after: z.number().int().nonnegative().nullable(),
  waitMs: z.number().int().nonnegative().max(20_000),
});
export type TraceRequest = Readonly<z.infer<typeof TraceRequest>>;
