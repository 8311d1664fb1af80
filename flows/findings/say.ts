/** A finding in words, in each language. */
import { type Language, LANGUAGES } from '#contract/language.ts';
import { fillGaps } from '../language/texts.ts';
import type { Both } from './both.ts';
import { type Told, wordsOf } from './findings.table.ts';

export interface Spoken {
  /** What is wrong. */
  readonly message: string;
  /** What a citizen would meet; null where there is no more to say. */
  readonly citizen: string | null;
  readonly suggestion: string;
}

export function say({ rule, params }: Told, language: Language): Spoken {
  const here = Object.entries(params).map(([gap, said]) => [gap, typeof said === 'object' ? said[language] : said]);
  const values = Object.fromEntries(here) as Readonly<Record<string, string | number>>;
  const fill = (text: Both): string => fillGaps(text[language], values);
  const { wrong, citizen, todo } = wordsOf(rule);
  return {
    message: fill(wrong),
    citizen: citizen === undefined ? null : fill(citizen),
    suggestion: fill(todo),
  };
}

export function sayInEach(told: Told): Readonly<Record<Language, Spoken>> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, say(told, language)])) as Record<Language, Spoken>;
}
