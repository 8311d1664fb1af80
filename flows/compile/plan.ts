/** A plan: the merged path of the chosen services, in order, and the hash that identifies it. */
import type { ElementId, ServiceId, StepId } from '#contract/ids.ts';
import type { ExpressionText } from '../language/expression-text.ts';
import type { Service } from '../language/service.ts';
import type { Step, StepKind, StepOf } from '../language/step.ts';
import type { Content } from '../release/content.ts';
import { fingerprint } from './fingerprint.ts';

export interface PlanStep {
  readonly id: StepId;
  readonly kind: StepKind;
  /** The services this step is for. */
  readonly services: readonly ServiceId[];
  /** The questions it asks, in order; empty for every kind but `ask`. */
  readonly elements: readonly ElementId[];
  /** Taken only when this holds; null = always. */
  readonly when: ExpressionText | null;
  readonly source: Step;
}

export interface Plan {
  readonly services: readonly Service[];
  readonly steps: readonly PlanStep[];
  /** Hex SHA-256 over everything the plan is made of, and the release's number. */
  readonly hash: string;
}

/** One service for now; throws when it isn't in the release. */
export function makePlan(content: Content, release: number, service: ServiceId): Plan {
  const source = content.services.get(service);
  if (source === undefined) throw new RangeError(`no service ${service} in this release`);
  const steps = source.steps.map((step): PlanStep => ({
    id: step.id,
    kind: step.kind,
    services: [source.id],
    elements: step.kind === 'ask' ? step.elements : [],
    when: step.when ?? null,
    source: step,
  }));
  const asked = Object.fromEntries(steps.flatMap((step) => step.elements).map((id) => [id, content.elements[id]]));
  return { services: [source], steps, hash: fingerprint({ release, services: [source], elements: asked }) };
}

/** The source of the step with this id. Throws when the plan has no such step of that kind. */
export function stepOf<K extends StepKind>(plan: Plan, id: StepId, kind: K): StepOf<K> {
  const step = plan.steps.find((candidate) => candidate.id === id)?.source;
  if (step?.kind !== kind) throw new RangeError(`no ${kind} step ${id} in this plan`);
  return step as StepOf<K>;
}
