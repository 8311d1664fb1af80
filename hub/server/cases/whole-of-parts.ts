/** How a case stands that several offices work on: it follows its parts, and no part is passed over in silence. */
import type { CaseState } from '#contract/hub-api.ts';
import type { CasePart } from '#contract/hub-parts.ts';
import type { Language } from '#contract/language.ts';

export interface Whole {
  readonly state: CaseState;
  /** Only with `returned`: what each office said, in the language the citizen chose. */
  readonly reason: string | null;
}

/**
 * Completed when every part is decided and at least one was done: what was refused each part says for itself. Refused by
 * all, it is returned. `parts` are not empty.
 */
export function wholeOf(parts: readonly CasePart[], language: Language): Whole {
  const states = new Set(parts.map(({ state }) => state));
  if (states.has('received') || states.has('accepted')) {
    const begun = states.size > 1 || !states.has('received');
    return { state: begun ? 'accepted' : 'received', reason: null };
  }
  if (states.has('completed')) return { state: 'completed', reason: null };
  const reasons = new Set(parts.map(({ reason }) => reason));
  const [same] = reasons;
  if (reasons.size === 1 && typeof same === 'string') return { state: 'returned', reason: same };
  const colon = language === 'en' ? ': ' : '：';
  const lines = parts.map(({ title, reason }) => `${title[language]}${colon}${reason ?? ''}`);
  return { state: 'returned', reason: lines.join('\n') };
}
