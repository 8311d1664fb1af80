/** Which services of a plan go on, and which of them want a step: refused and removed ones drop out, the others go on. */
import type { ServiceId, StepId } from '#contract/ids.ts';
import { ok, type Result } from '#contract/result.ts';
import type { RuleFault } from '../language/rules.ts';
import type { PlanRules } from './plan-rules.ts';
import type { Service } from '../language/service.ts';
import type { PlanContext } from './plan-context.ts';
import type { Plan, Taker } from './plan.ts';

/** `asIfNotDecided`: a check step shows its own refusal although it is this which takes the service out. */
function isOut({ decisions, removed }: PlanContext, service: ServiceId, asIfNotDecided: StepId | null): boolean {
  return (
    removed.includes(service) ||
    decisions.some((found) => found.service === service && !found.eligible && found.step !== asIfNotDecided)
  );
}

/** The services a case is made for, in the plan's order. */
export function servicesNow(plan: Pick<Plan, 'services'>, context: PlanContext): readonly Service[] {
  return plan.services.filter(({ id }) => !isOut(context, id, null));
}

/** Every taker that wants it now; one rule that can't answer is a fault, whatever the others say. */
export function takersNow(
  stop: { readonly takers: readonly Taker[]; readonly decides: StepId | null },
  rules: PlanRules,
  context: PlanContext,
): Result<readonly ServiceId[], RuleFault> {
  const wanting: ServiceId[] = [];
  for (const { service, when } of stop.takers) {
    if (isOut(context, service, stop.decides)) continue;
    const holds = when === null ? ok(true) : rules.holds(when, context);
    if (!holds.ok) return holds;
    if (holds.value) wanting.push(service);
  }
  return ok(wanting);
}
