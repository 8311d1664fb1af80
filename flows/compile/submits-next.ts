/** Whether going on from here submits, so that a button says 提交 where it is the last press, and nowhere else. */
import type { ElementId, StepId } from '#contract/ids.ts';
import type { PlanContext } from './plan-context.ts';
import type { PlanRules } from './plan-rules.ts';
import type { Plan } from './plan.ts';
import { stopIndex, stopsOf } from './stops.ts';
import { takersNow } from './takers.ts';

/** `element`: the question of the step that is asked here. A rule that can't answer leads elsewhere. */
export function submitsNext(
  plan: Plan,
  rules: PlanRules,
  context: PlanContext,
  here: { readonly step: StepId; readonly element?: ElementId },
): boolean {
  const stops = stopsOf(plan);
  for (const stop of stops.slice(stopIndex(stops, { id: here.step }, here.element) + 1)) {
    const takers = takersNow(stop, rules, context);
    if (!takers.ok) return false;
    if (takers.value.length > 0) return stop.kind === 'submit';
  }
  return false;
}
