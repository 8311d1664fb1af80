/** The wording table of search as release data: words that mean the same, what people say for a service, and what says nothing. */
import { z } from 'zod';

const Word = z.string().min(1).max(40, 'a word or a few, at most 40 characters');

/** Words on one or more lines with 、 or a comma between: lists this long are read and kept as text. */
const Words = z
  .string()
  .max(8_000)
  .transform((text) =>
    text
      .split(/[、，,]/)
      .map((word) => word.trim().replaceAll(/\s+/g, ' '))
      .filter((word) => word !== ''),
  )
  .pipe(z.array(Word));
const BothLanguages = z.strictObject({ 'zh-CN': Words, en: Words });

export const Synonyms = z.strictObject({
  /** Each item: words that mean the same to somebody who searches, everyday, dialect, official, of any language. */
  same: z.array(Words).max(2_000),
  /** By service or package: what people say who need it, beyond its own title and keywords. */
  said: z.record(z.string(), BothLanguages),
  /** What people ask a machine for and no hall does: when this is meant rather than any service, nothing is offered. */
  elsewhere: BothLanguages,
  /** What people say around what they look for: it says nothing of which service they need. */
  asides: BothLanguages,
});
export type Synonyms = Readonly<z.infer<typeof Synonyms>>;
