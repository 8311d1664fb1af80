/** A text with `{name}` gaps, filled from computed values. */
import { z } from 'zod';
import { LocalText } from '#contract/language.ts';
import { ExpressionText } from './expression-text.ts';

export const Sentence = z.strictObject({
  text: LocalText,
  values: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), ExpressionText).default({}),
});
export type Sentence = Readonly<z.infer<typeof Sentence>>;
