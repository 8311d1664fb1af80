/** Values that rules computed, as they are put into a sentence: days are written as people write them. */
import type { Language } from '#contract/language.ts';
import { dayInWords } from '../../language/day-in-words.ts';

export function valuesInWords(
  values: Readonly<Record<string, string>>,
  language: Language,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, dayInWords(value, language)]));
}
