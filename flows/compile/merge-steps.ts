/** The steps of several services as one path: shared steps once, each question once, every check of every service. */
import { type ElementId, StepId } from '#contract/ids.ts';
import { isForTwo, type Service } from '../language/service.ts';
import { isBuilt, questionsOf, type RunKind, type Step, type StepOf } from '../language/step.ts';
import type { Content } from '../release/content.ts';
import { gatherInquiries, questionId } from './gather-inquiries.ts';
import { inOrder } from './inquiries.ts';
import type { PlanStep } from './plan.ts';
import { mergedIdentify, mergedInfo, mergedReceipt, mergedReview } from './shared-steps.ts';

/** One service keeps the steps its author wrote. Throws for a service that isn't offered: it has steps nobody can run. */
export function mergeSteps(services: readonly Service[], content: Content): readonly PlanStep[] {
  const [first] = services;
  if (first !== undefined && services.length === 1) return first.steps.map((step) => ownStep(first, step));

  const everybody = services.map(({ id }) => ({ service: id, when: null }));
  const shared = <K extends RunKind>(kind: K, merge: (id: StepId, steps: readonly StepOf<K>[]) => Step): PlanStep[] => {
    const found = stepsOf(services, kind);
    const id = StepId.parse(`all-${kind}`);
    if (found.length === 0) return [];
    return [{ id, kind, takers: everybody, elements: [], materials: [], source: merge(id, found) }];
  };
  return [
    ...shared('info', mergedInfo),
    ...identifySteps(services),
    ...inOrder(gatherInquiries(services, content)).map(({ step }) => step),
    ...shared('review', mergedReview),
    ...shared('fee', (id) => ({ id, kind: 'fee' })),
    ...signSteps(services),
    ...shared('submit', (id) => ({ id, kind: 'submit' })),
    ...printSteps(services),
    ...shared('receipt', mergedReceipt),
    ...shared('rate', (id) => ({ id, kind: 'rate' })),
  ];
}

/** Everybody's card once, and that of the other person for those services which are for two. */
function identifySteps(services: readonly Service[]): readonly PlanStep[] {
  return (['applicant', 'partner'] as const).flatMap((who): PlanStep[] => {
    const wanting = who === 'applicant' ? services : services.filter(isForTwo);
    if (wanting.length === 0) return [];
    const id = StepId.parse(who === 'applicant' ? 'all-identify' : 'all-identify-partner');
    const takers = wanting.map((service) => ({ service: service.id, when: null }));
    const found = stepsOf(wanting, 'identify').filter((step) => step.who === who);
    return [{ id, kind: 'identify', takers, elements: [], materials: [], source: mergedIdentify(id, who, found) }];
  });
}

function stepsOf<K extends RunKind>(services: readonly Service[], kind: K): readonly StepOf<K>[] {
  return services.flatMap(({ steps }) => steps.filter((step): step is StepOf<K> => step.kind === kind));
}

function ownStep(service: Service, step: Step): PlanStep {
  if (!isBuilt(step.kind)) throw new RangeError(`${service.id} has a step ${step.kind} that nobody can run`);
  return {
    id: step.id,
    kind: step.kind,
    takers: [{ service: service.id, when: step.when ?? null }],
    elements: questionsOf(step),
    materials: step.kind === 'scan' ? step.materials : [],
    source: step,
  };
}

/** Each proof is its service's own. */
function printSteps(services: readonly Service[]): readonly PlanStep[] {
  return services.flatMap((service, index) =>
    service.steps.flatMap((step) => {
      if (step.kind !== 'print') return [];
      const own = { ...step, id: StepId.parse(`s${index + 1}-${step.id}`) };
      return [ownStep(service, own)];
    }),
  );
}

/** Each signature once, for all the services that want it. */
function signSteps(services: readonly Service[]): readonly PlanStep[] {
  const found = new Map<ElementId, PlanStep>();
  for (const service of services)
    for (const step of service.steps) {
      if (step.kind !== 'sign') continue;
      const { element } = step;
      const id = questionId('sign', element);
      const takers = [...(found.get(element)?.takers ?? []), { service: service.id, when: step.when ?? null }];
      found.set(element, { id, kind: 'sign', takers, elements: [element], materials: [], source: { ...step, id } });
    }
  return [...found.values()];
}
