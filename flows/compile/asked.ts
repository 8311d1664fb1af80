/** Which questions of a plan apply to this citizen, and whether each of those has a good answer. */
import type { ElementId } from '#contract/ids.ts';
import { ok, type Result } from '#contract/result.ts';
import type { Elements } from '../language/element.ts';
import type { RuleFault, Rules } from '../language/rules.ts';
import { isGoodAnswer } from './answers.ts';
import { factsOf } from './facts.ts';
import type { PlanContext } from './plan-context.ts';
import type { Stop } from './stops.ts';

export interface Asked {
  readonly element: ElementId;
  readonly answered: boolean;
}

/** In the plan's order; an answer to a question that no longer applies is left out. */
export function askedNow(
  stops: readonly Stop[],
  elements: Elements,
  rules: Rules,
  context: PlanContext,
): Result<readonly Asked[], RuleFault> {
  const facts = factsOf(context);
  const asked: Asked[] = [];
  for (const { element: id, when } of stops) {
    const element = id === null ? undefined : elements[id];
    if (id === null || element === undefined) continue;
    const applies = when === null ? ok(true) : rules.holds(when, facts);
    if (!applies.ok) return applies;
    if (!applies.value) continue;
    const value = context.answers[id];
    const good = value === undefined ? ok(false) : isGoodAnswer(element, value, rules, facts);
    if (!good.ok) return good;
    asked.push({ element: id, answered: good.value });
  }
  return ok(asked);
}
