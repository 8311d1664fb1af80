/** What stands open before the review: a question without a good answer, a paper neither here nor owed, a source not asked, a check that an answer has overtaken. */
import { fail, ok, type Result } from '#contract/result.ts';
import type { RuleFault } from '../language/rules.ts';
import { askedNow } from './asked.ts';
import { decide } from './decide.ts';
import { papersNow } from './papers.ts';
import type { Decision, PlanContext } from './plan-context.ts';
import { stepOf, type Plan } from './plan.ts';
import type { PlanParts } from './plan-setup.ts';
import type { Stop } from './stops.ts';
import { servicesNow, takersNow } from './takers.ts';

type Judging = Pick<PlanParts, 'elements' | 'materials' | 'rules'> & { readonly plan: Omit<Plan, 'hash'> };
type Judged = Result<boolean, RuleFault>;

/** Whoever goes through the pages in their order leaves none of them open; whoever changes an answer at the review may. */
export function isOpen(parts: Judging, stop: Stop, context: PlanContext): Judged {
  if (stop.element !== null) {
    const asked = askedNow([stop], parts.elements, parts.rules, context);
    return asked.ok ? ok(asked.value.some(({ answered }) => !answered)) : asked;
  }
  if (stop.material !== null) return lacksPaper(parts, stop, context);
  const wanting = takersNow(stop, parts.rules, context);
  if (!wanting.ok) return wanting;
  const [service] = wanting.value;
  if (service === undefined) return ok(false);
  if (stop.decides !== null) {
    const now = decide(stepOf(parts.plan, stop.decides, 'check'), service, parts.rules, context);
    if (!now.ok) return now;
    const before = context.decisions.find(({ step }) => step === stop.decides);
    // A service that was refused stays refused; when none is left, the citizen reads why once more.
    return ok(before === undefined || differ(before, now.value) || servicesNow(parts.plan, context).length === 0);
  }
  return ok(stop.source !== null && context.data[stop.source] === undefined);
}

/** The first fault, or whether any of them stands open. */
export function isAnyOpen(parts: Judging, stops: readonly Stop[], context: PlanContext): Judged {
  const judged = stops.map((stop) => isOpen(parts, stop, context));
  const fault = judged.flatMap((each) => (each.ok ? [] : [each.fault]))[0];
  return fault === undefined ? ok(judged.some((each) => each.ok && each.value)) : fail(fault);
}

/** Who practises takes no page. */
function lacksPaper({ plan, materials, rules }: Judging, stop: Stop, context: PlanContext): Judged {
  const papers = papersNow([stop], rules, context);
  if (!papers.ok) return papers;
  const least = plan.mode.kind === 'practise' ? 0 : 1;
  return ok(
    papers.value.some(
      ({ material, pages, deferred }) =>
        !deferred && pages.length < least * (materials[material]?.capture?.pages.min ?? 1),
    ),
  );
}

/** Other values in its sentences are no other decision. */
function differ(one: Decision, other: Decision): boolean {
  const met = ({ findings }: Decision): string => findings.map((finding) => Number(finding.met)).join('');
  return met(one) !== met(other);
}
