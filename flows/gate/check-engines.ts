/** Whether two engines agree about every rule of a release, on generated facts: the same answer, or none from both. */
import { tell } from '../findings/findings.table.ts';
import type { RuleFacts } from '../language/rule-facts.ts';
import type { Rules } from '../language/rules.ts';
import type { Content } from '../release/content.ts';
import type { Problem } from '../release/finding.ts';
import { rulesFor } from '../release/rules-for.ts';
import { factsFor } from './facts-for.ts';
import { rulesOf } from './rules-of.ts';
import { type SecondEngine, secondEngine } from './second-engine.ts';

/** How many combinations of facts each rule is asked with. */
const TRIES = 16;

export function checkEngines(content: Content, services = content.services): readonly Problem[] {
  const rules = rulesFor(content);
  const second = secondEngine(rules);
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const service of services.values())
    for (const expression of rulesOf(service, content.elements)) {
      if (seen.has(expression)) continue;
      seen.add(expression);
      if (disagreement(rules, second, expression) === null) continue;
      problems.push({
        ...tell('rule.engines', { rule: expression }),
        file: `services/${service.id}`,
        path: ['steps'],
      });
    }
  return problems;
}

/** The first facts about which the engines disagree; null when there are none among those tried. */
export function disagreement(rules: Rules, second: SecondEngine, expression: string): RuleFacts | null {
  const tried = factsFor(expression, rules.needs(expression), rules.types, TRIES);
  return tried.find((facts) => !agree(rules, second, expression, facts)) ?? null;
}

export function agree(rules: Rules, second: SecondEngine, expression: string, facts: RuleFacts): boolean {
  const [one, other] = [rules.answer(expression, facts), second.answer(expression, facts)];
  return one.ok ? other.ok && one.value === other.value : !other.ok;
}
