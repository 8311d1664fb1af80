/** The screens at the end of a session, and those of a kiosk that can't serve. */
import { z } from 'zod';
import { ServiceId } from '../ids.ts';

/** From here nothing is asked any more. */
export const ClosingView = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rate'),
    service: ServiceId,
    question: z.string(),
    levels: z.array(z.strictObject({ level: z.number().int(), label: z.string() })).length(5),
  }),
  z.strictObject({ kind: z.literal('goodbye'), headline: z.string(), reminders: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('trouble'),
    headline: z.string(),
    detail: z.string(),
    /** What a citizen tells the phone service; nothing personal. */
    reference: z.string(),
  }),
  z.strictObject({ kind: z.literal('outOfService'), headline: z.string(), detail: z.string(), reference: z.string() }),
]);
