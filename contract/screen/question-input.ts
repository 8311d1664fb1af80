/** How a question is answered: the keypads and choices a page can show. */
import { z } from 'zod';
import { SIGNED_LATER } from '../signature.ts';
import { Fact } from './parts.ts';

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
  /** Written large with the finger, for names and short wishes. `known` is text that stands unless something is written below. */
  z.strictObject({ kind: z.literal('handwriting'), hint: z.string(), clear: z.string(), known: z.string().nullable() }),
  /** A day, given as its eight digits `19500102`; `units` stand after year, month and day. */
  z.strictObject({
    kind: z.literal('date'),
    units: z.strictObject({ year: z.string(), month: z.string(), day: z.string() }),
    /** How a month of one digit is typed. */
    hint: z.string(),
  }),
  /** A whole number, given as its digits without leading zeros. */
  z.strictObject({ kind: z.literal('number'), places: z.number().int().positive(), unit: z.string() }),
  /** An amount in yuan, given as people write it: `12` or `12.50`. `places`: before the point. */
  z.strictObject({
    kind: z.literal('money'),
    places: z.number().int().positive(),
    unit: z.string(),
    point: z.string(),
  }),
  /** One of the things that were found elsewhere, each with what tells it from the others. */
  z.strictObject({
    kind: z.literal('pick'),
    options: z.array(z.strictObject({ value: z.string(), label: z.string(), details: z.array(Fact) })),
    /** Said where there is none. */
    nothing: z.string(),
  }),
]);
export type QuestionInput = Readonly<z.infer<typeof QuestionInput>>;
