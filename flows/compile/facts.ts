/** What rules may know of a running plan. Anything not known yet is absent: a rule that asks for it is a fault. */
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import { CARD_FIELDS } from '../language/rule-facts.ts';
import type { RuleFacts } from '../language/rules.ts';
import type { PlanContext } from './plan-context.ts';

function cardFacts(card: IdentityCard): Readonly<Record<string, string>> {
  const fields = Object.keys(CARD_FIELDS) as (keyof typeof CARD_FIELDS)[];
  return Object.fromEntries(fields.map((field) => [field, card[field] ?? '']));
}

export function factsOf(context: PlanContext): RuleFacts {
  const card = context.card === null ? {} : { card: cardFacts(context.card) };
  return { ...context.answers, ...card, today: context.today };
}
