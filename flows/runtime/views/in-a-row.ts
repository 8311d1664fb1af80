/** Several things named in one sentence, as the language joins them: "身份证和出生证明", "ID card and certificate". */
import type { Language } from '#contract/language.ts';

export function inARow(
  things: readonly string[],
  language: Language,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(language, { type }).format(things);
}
