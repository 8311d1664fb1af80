/** The wording table of search as release data: words that mean the same, what people say for a service, and what says nothing. */
import { z } from 'zod';

const word = z.string().trim().min(1).max(40);
const bothLanguages = z.strictObject({ 'zh-CN': z.array(word).max(300), en: z.array(word).max(300) });

export const Synonyms = z.strictObject({
  /** Each line: words that mean the same to somebody who searches, everyday, dialect, official, of any language. */
  same: z.array(z.array(word).min(2).max(80)).max(2_000),
  /** By service or package: what people say who need it, beyond its own title and keywords. */
  said: z.record(z.string(), bothLanguages),
  /** What people say around what they look for: it says nothing of which service they need. */
  asides: bothLanguages,
});
export type Synonyms = Readonly<z.infer<typeof Synonyms>>;
