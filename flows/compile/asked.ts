/** Which questions of a plan apply to this citizen, and whether each of those has a good answer. */
import type { ElementId, ServiceId } from '#contract/ids.ts';
import { ok, type Result } from '#contract/result.ts';
import type { Elements } from '../language/element.ts';
import type { RuleFault } from '../language/rules.ts';
import type { PlanRules } from './plan-rules.ts';
import { isGoodAnswer } from './answers.ts';
import type { PlanContext } from './plan-context.ts';
import type { Stop } from './stops.ts';
import { takersNow } from './takers.ts';

export interface Asked {
  readonly element: ElementId;
  readonly answered: boolean;
  /** The services that ask it now. */
  readonly services: readonly ServiceId[];
}

/** In the plan's order; an answer to a question that no longer applies is left out. */
export function askedNow(
  stops: readonly Stop[],
  elements: Elements,
  rules: PlanRules,
  context: PlanContext,
): Result<readonly Asked[], RuleFault> {
  const asked: Asked[] = [];
  for (const stop of stops) {
    const { element: id } = stop;
    const element = id === null ? undefined : elements[id];
    if (id === null || element === undefined) continue;
    const services = takersNow(stop, rules, context);
    if (!services.ok) return services;
    if (services.value.length === 0) continue;
    const value = context.answers[id];
    const good = value === undefined ? ok(false) : isGoodAnswer(element, value, rules, context);
    if (!good.ok) return good;
    asked.push({ element: id, answered: good.value, services: services.value });
  }
  return ok(asked);
}
