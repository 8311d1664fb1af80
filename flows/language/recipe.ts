/** A recipe says which fields stand on a paper, by which printed words each is found, and what kind of value it is. */
import { z } from 'zod';
import { ElementId } from '#contract/ids.ts';
import { LocalText } from '#contract/language.ts';
import { FieldKind, FieldName } from '#contract/ocr.ts';
import { finds } from '../findings/own-issue.ts';

/** As it is printed, without the colon; spaces don't count. One character alone is found everywhere. */
const Wording = z
  .string()
  .max(30)
  .refine((text) => text.length > 1, finds('form.wording'));

export const RecipeField = z.strictObject({
  label: LocalText,
  kind: FieldKind,
  /** The printed words that lead to the value, in every wording this paper has known. */
  anchors: z.array(Wording).min(1).max(10),
  /** `untilNextAnchor`: beside it and in the lines below, up to the next printed words that the recipe knows. */
  value: z.enum(['right', 'below', 'untilNextAnchor']).default('right'),
  /** Of several places with the same words, from top to bottom: which one, and how many there must be. */
  place: z
    .strictObject({ nth: z.number().int().min(1).max(9), of: z.number().int().min(2).max(9) })
    .refine(({ nth, of }) => nth <= of, finds('sense.place', { path: ['nth'] }))
    .optional(),
  /** Only money: the words before the same amount in capitals (大写); what contradicts is not taken. */
  capitals: z.array(Wording).min(1).max(10).optional(),
  /** The question that the value answers once the citizen confirmed it. */
  answers: ElementId.optional(),
  /** How sure the reader must be, 0 to 100; left out, what its kind needs. A check digit that holds always suffices. */
  surely: z.number().int().min(0).max(100).optional(),
});
export type RecipeField = Readonly<z.infer<typeof RecipeField>>;

export const Recipe = z.strictObject({
  fields: z.record(FieldName, RecipeField).refine((fields) => Object.keys(fields).length > 0, finds('sense.fields')),
  /** Other words printed on the paper, where a value beside them ends. */
  alsoPrinted: z.array(Wording).max(60).default([]),
});
export type Recipe = Readonly<z.infer<typeof Recipe>>;
