/** A plan flattened to the places where a citizen can stop, and the ways from each to the next and the one before. */
import type { ElementId } from '#contract/ids.ts';
import type { ExpressionText } from '../language/expression-text.ts';
import type { StepKind } from '../language/step.ts';
import type { Plan, PlanStep } from './plan.ts';

export interface Stop {
  /** The state's id in the machine. */
  readonly target: `#plan.${string}`;
  readonly kind: StepKind;
  readonly when: ExpressionText | null;
  /** The question asked here. */
  readonly element: ElementId | null;
}

export function stopsOf(plan: Plan): readonly Stop[] {
  return plan.steps.flatMap((step): Stop[] => {
    const stop = (path: string, element: ElementId | null): Stop => ({
      target: `#plan.${path}`,
      kind: step.kind,
      when: step.when,
      element,
    });
    if (step.kind === 'ask') return step.elements.map((element) => stop(`${step.id}.${element}`, element));
    if (step.kind === 'rate') return step.services.map((service) => stop(`${step.id}.${service}`, null));
    return [stop(step.id, null)];
  });
}

/** Which stop a step (and, if it has several, its page) is. */
export function stopIndex(stops: readonly Stop[], step: PlanStep, page?: string): number {
  const target = page === undefined ? `#plan.${step.id}` : `#plan.${step.id}.${page}`;
  return stops.findIndex((stop) => stop.target === target);
}

/** Devices and commit points are not gone back to: a card would be read again at once, a submission is final. */
const GONE_BACK_TO: ReadonlySet<StepKind> = new Set(['info', 'check', 'ask', 'review']);
const AFTER_COMMIT: ReadonlySet<StepKind> = new Set(['submit', 'receipt', 'rate']);

/** The stops before this one, nearest first, that `back` may lead to. */
export function stopsBefore(stops: readonly Stop[], index: number): readonly Stop[] {
  const here = stops[index];
  if (here === undefined || AFTER_COMMIT.has(here.kind)) return [];
  return stops
    .slice(0, index)
    .filter((stop) => GONE_BACK_TO.has(stop.kind))
    .toReversed();
}
