/** Which papers of a plan apply to this citizen, who wants each, and what was taken of it. */
import type { MaterialId, ServiceId } from '#contract/ids.ts';
import { ok, type Result } from '#contract/result.ts';
import type { RuleFault } from '../language/rules.ts';
import type { PlanRules } from './plan-rules.ts';
import { pagesOf, type PageTaken, type PlanContext } from './plan-context.ts';
import type { Stop } from './stops.ts';
import { takersNow } from './takers.ts';

export interface Paper {
  readonly material: MaterialId;
  /** The services that want it now. */
  readonly services: readonly ServiceId[];
  readonly pages: readonly PageTaken[];
  /** It will be brought later. */
  readonly deferred: boolean;
}

/** In the plan's order. */
export function papersNow(
  stops: readonly Stop[],
  rules: PlanRules,
  context: PlanContext,
): Result<readonly Paper[], RuleFault> {
  const papers: Paper[] = [];
  for (const stop of stops) {
    const { material } = stop;
    if (material === null) continue;
    const services = takersNow(stop, rules, context);
    if (!services.ok) return services;
    if (services.value.length === 0) continue;
    const deferred = context.deferred.includes(material);
    papers.push({ material, services: services.value, pages: pagesOf(context, material), deferred });
  }
  return ok(papers);
}
