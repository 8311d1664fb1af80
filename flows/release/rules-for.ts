/** The rules of a release, made once: to know every name and check every expression takes longer than to ask a few. */
import { makeRules, type Rules } from '../language/rules.ts';
import type { Content } from './content.ts';

const made = new WeakMap<Content, Rules>();

export function rulesFor(content: Content): Rules {
  const known = made.get(content);
  if (known !== undefined) return known;
  const rules = makeRules(content.elements, { calendar: content.workingDays });
  made.set(content, rules);
  return rules;
}
