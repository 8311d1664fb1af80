/** A plan flattened to the places where a citizen can stop, and the ways from each to the next and the one before. */
import type { ElementId, MaterialId, SourceId, StepId } from '#contract/ids.ts';
import type { Plan, PlanStep, Taker } from './plan.ts';

export interface Stop {
  /** The state's id in the machine. */
  readonly target: `#plan.${string}`;
  readonly step: PlanStep;
  readonly kind: PlanStep['kind'];
  readonly takers: readonly Taker[];
  /** Taken whatever was answered, refused or removed. */
  readonly always: boolean;
  /** The check decided here. */
  readonly decides: StepId | null;
  /** The question asked here. */
  readonly element: ElementId | null;
  /** The paper taken here. */
  readonly material: MaterialId | null;
  /** The source asked here; `progress` is nobody's answer. */
  readonly source: SourceId | null;
}

export function stopsOf(plan: Plan): readonly Stop[] {
  return plan.steps.flatMap((step): Stop[] => {
    const stop = (
      path: string,
      element: ElementId | null,
      takers = step.takers,
      material: MaterialId | null = null,
    ): Stop => ({
      target: `#plan.${path}`,
      step,
      kind: step.kind,
      takers,
      always: plan.services.every(({ id }) => takers.some(({ service, when }) => service === id && when === null)),
      decides: step.kind === 'check' ? step.id : null,
      element,
      material,
      source: step.source.kind === 'lookup' && step.source.source !== 'progress' ? step.source.source : null,
    });
    if (step.elements.length > 0) return step.elements.map((element) => stop(`${step.id}.${element}`, element));
    if (step.kind === 'scan')
      return step.materials.map((material) => stop(`${step.id}.${material}`, null, step.takers, material));
    if (step.kind === 'rate') return step.takers.map((taker) => stop(`${step.id}.${taker.service}`, null, [taker]));
    return [stop(step.id, null)];
  });
}

/** Which stop a step (and, if it has several, its page) is. */
export function stopIndex(stops: readonly Stop[], { id }: Pick<PlanStep, 'id'>, page?: string): number {
  const target = page === undefined ? `#plan.${id}` : `#plan.${id}.${page}`;
  return stops.findIndex((stop) => stop.target === target);
}

/** Devices and commit points are not gone back to: a card would be read again at once, a submission is final. */
const GONE_BACK_TO: ReadonlySet<PlanStep['kind']> = new Set([
  'info',
  'check',
  'choose',
  'ask',
  'promise',
  'scan',
  'review',
  'fee',
  'sign',
]);
const AFTER_COMMIT: ReadonlySet<PlanStep['kind']> = new Set(['submit', 'receipt', 'rate']);

/** The stops before this one, nearest first, that `back` may lead to. */
export function stopsBefore(stops: readonly Stop[], index: number): readonly Stop[] {
  const here = stops[index];
  if (here === undefined || AFTER_COMMIT.has(here.kind)) return [];
  return stops
    .slice(0, index)
    .filter((stop) => GONE_BACK_TO.has(stop.kind))
    .toReversed();
}
