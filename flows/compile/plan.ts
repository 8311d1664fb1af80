/** A plan: the merged path of the chosen services, in order, and the hash that identifies it. */
import type { ElementId, MaterialId, ServiceId, StepId } from '#contract/ids.ts';
import type { ExpressionText } from '../language/expression-text.ts';
import type { Service } from '../language/service.ts';
import type { RunKind, Step, StepKind, StepOf } from '../language/step.ts';
import type { Content } from '../release/content.ts';
import type { Handout } from '../notice/handout.ts';
import { withAgent } from './agent-steps.ts';
import { planHash } from './plan-hash.ts';
import { mergeSteps } from './merge-steps.ts';
import { APPLY, type PlanMode } from './plan-mode.ts';

/** A service that wants a step, and when: null = always. */
export interface Taker {
  readonly service: ServiceId;
  readonly when: ExpressionText | null;
}

export interface PlanStep {
  readonly id: StepId;
  readonly kind: RunKind | Handout['kind'];
  /** Taken when any of these is still in the plan and wants it. */
  readonly takers: readonly Taker[];
  /** The questions it asks, in order. */
  readonly elements: readonly ElementId[];
  /** The papers it takes, in order; empty for every kind but `scan`. */
  readonly materials: readonly MaterialId[];
  readonly source: Step | Handout;
}

export interface Plan {
  readonly mode: PlanMode;
  /** In an order of their own, whatever the order in which they were chosen. */
  readonly services: readonly Service[];
  readonly steps: readonly PlanStep[];
  /** Hex SHA-256 over everything the plan is made of, its mode, and the release's number. */
  readonly hash: string;
}

/** The order of `chosen` doesn't matter. Throws when it is empty or one of them isn't in the release. */
export function makePlan(
  content: Content,
  release: number,
  chosen: readonly ServiceId[],
  mode: PlanMode = APPLY,
): Plan {
  const drawn = drawPlan(content, chosen, mode);
  const { services, steps } = drawn;
  const asked = steps.flatMap((step) => step.elements).flatMap((id) => content.elements[id] ?? []);
  const taken = steps.flatMap((step) => step.materials).flatMap((id) => content.materials[id] ?? []);
  return { ...drawn, hash: planHash(release, mode, [...services, ...asked, ...taken]) };
}

/** Without the hash by which a kept session is recognised: for whoever keeps none. */
export function drawPlan(content: Content, chosen: readonly ServiceId[], mode: PlanMode): Omit<Plan, 'hash'> {
  const services = servicesOf(content, chosen);
  return { mode, services, steps: inMode(mode, services, mergeSteps(services, content)) };
}

/** Whoever practised has nothing to rate. */
function inMode({ kind, agent }: PlanMode, services: readonly Service[], steps: readonly PlanStep[]) {
  const wanted = kind === 'practise' ? steps.filter((step) => step.kind !== 'rate') : steps;
  return agent ? withAgent(services, wanted) : wanted;
}

function servicesOf(content: Content, chosen: readonly ServiceId[]): readonly Service[] {
  if (chosen.length === 0) throw new RangeError('a plan for no service');
  return [...new Set(chosen)].toSorted().map((id) => {
    const service = content.services.get(id);
    if (service === undefined) throw new RangeError(`no service ${id} in this release`);
    return service;
  });
}

/** The source of the step with this id. Throws when the plan has no such step of that kind. */
export function stepOf<K extends StepKind>(plan: Pick<Plan, 'steps'>, id: StepId, kind: K): StepOf<K> {
  const step = plan.steps.find((candidate) => candidate.id === id)?.source;
  if (step?.kind !== kind) throw new RangeError(`no ${kind} step ${id} in this plan`);
  return step as StepOf<K>;
}
