/** How a question is answered: the keypads and choices a page can show. */
import { z } from 'zod';
import { SIGNED_LATER } from '../signature.ts';

export const QuestionInput = z.discriminatedUnion('kind', [
  /** Digits on a keypad; `groups` says how they are spaced when shown, for example 3-4-4. */
  z.strictObject({ kind: z.literal('digits'), length: z.number().int().positive(), groups: z.array(z.number().int()) }),
  /** Capital letters and digits on a keypad, for numbers such as that of a birth certificate. */
  z.strictObject({
    kind: z.literal('code'),
    length: z.number().int().positive(),
    groups: z.array(z.number().int()),
    /** The letters on the keypad, in order; digits are always there. */
    letters: z.string(),
  }),
  z.strictObject({
    kind: z.literal('choice'),
    options: z.array(z.strictObject({ value: z.string(), label: z.string(), detail: z.string().optional() })).min(1),
  }),
  z.strictObject({ kind: z.literal('yesNo'), yes: z.string(), no: z.string() }),
  /** Written with the finger. `later`: who can't write here gives `laterValue` instead; null: everybody has to. */
  z.strictObject({
    kind: z.literal('signature'),
    hint: z.string(),
    clear: z.string(),
    later: z.string().nullable(),
    laterValue: z.literal(SIGNED_LATER),
  }),
]);
export type QuestionInput = Readonly<z.infer<typeof QuestionInput>>;
