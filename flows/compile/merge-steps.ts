/** The steps of several services as one path: shared steps once, each question once, every check of every service. */
import type { ElementId, MaterialId } from '#contract/ids.ts';
import { StepId } from '#contract/ids.ts';
import type { Elements } from '../language/element.ts';
import { makeRules } from '../language/rules.ts';
import type { Service } from '../language/service.ts';
import type { Step, StepKind, StepOf } from '../language/step.ts';
import { type Inquiry, inOrder } from './inquiries.ts';
import { mergedIdentify, mergedInfo, mergedReceipt, mergedReview, mergedScan } from './shared-steps.ts';
import type { PlanStep } from './plan.ts';

/** What every step that asks nothing and takes no paper has of both. */
const NOTHING = { elements: [], materials: [] } as const;

/** One service keeps the steps its author wrote. */
export function mergeSteps(services: readonly Service[], elements: Elements): readonly PlanStep[] {
  const [first] = services;
  if (first !== undefined && services.length === 1)
    return first.steps.map((step) => ({
      id: step.id,
      kind: step.kind,
      takers: [{ service: first.id, when: step.when ?? null }],
      elements: step.kind === 'ask' ? step.elements : [],
      materials: step.kind === 'scan' ? step.materials : [],
      source: step,
    }));

  const everybody = services.map(({ id }) => ({ service: id, when: null }));
  const shared = <K extends StepKind>(
    kind: K,
    merge: (id: StepId, steps: readonly StepOf<K>[]) => Step,
  ): PlanStep[] => {
    const found = services.flatMap((service) => service.steps.filter((step) => step.kind === kind)) as StepOf<K>[];
    const id = StepId.parse(`all-${kind}`);
    return found.length === 0 ? [] : [{ id, kind, takers: everybody, ...NOTHING, source: merge(id, found) }];
  };
  return [
    ...shared('info', mergedInfo),
    ...shared('identify', mergedIdentify),
    ...inOrder(inquiriesOf(services, elements)).map((inquiry) => inquiry.step),
    ...shared('review', mergedReview),
    ...shared('submit', (id) => ({ id, kind: 'submit' })),
    ...shared('receipt', mergedReceipt),
    ...shared('rate', (id) => ({ id, kind: 'rate' })),
  ];
}

/** A step that stays with its service, under a name that no other service's step can have. */
function ownStep(service: Service, index: number, step: Step): Omit<PlanStep, 'elements' | 'materials'> {
  const id = StepId.parse(`s${index + 1}-${step.id}`);
  const takers = [{ service: service.id, when: step.when ?? null }];
  return { id, kind: step.kind, takers, source: { ...step, id } };
}

/** Every check and every question, with what must be known before it. */
function inquiriesOf(services: readonly Service[], elements: Elements): readonly Inquiry[] {
  const rules = makeRules(elements);
  const needsOf = (expressions: readonly (string | undefined)[]): readonly string[] =>
    expressions.flatMap((text) => (text === undefined ? [] : rules.needs(text)));
  const checks: Inquiry[] = [];
  const questions = new Map<ElementId, Inquiry>();
  const papers = new Map<MaterialId, Inquiry>();
  for (const [index, service] of services.entries()) {
    let asking = false;
    for (const [position, step] of service.steps.entries()) {
      if (step.kind === 'check') {
        const sentences = step.rules.flatMap(({ met, unmet, suggestions }) => [met, unmet, ...suggestions]);
        const values = sentences.flatMap((sentence) => Object.values(sentence.values));
        const needs = needsOf([step.when, ...step.rules.map((rule) => rule.require), ...values]);
        const own = { ...ownStep(service, index, step), ...NOTHING };
        checks.push({ gives: null, needs, rank: [asking ? 1 : 0, index, position], step: own });
      }
      if (step.kind === 'scan') {
        asking = true;
        for (const [place, material] of step.materials.entries()) {
          const known = papers.get(material);
          const needs = [...(known?.needs ?? []), ...needsOf([step.when])];
          const takers = [...(known?.step.takers ?? []), { service: service.id, when: step.when ?? null }];
          const rank = known?.rank ?? [1, index, position + place / 100];
          papers.set(material, {
            gives: null,
            needs,
            rank,
            step: paperStep(material, takers, step, known?.step.source),
          });
        }
      }
      if (step.kind !== 'ask') continue;
      asking = true;
      for (const [place, id] of step.elements.entries()) {
        const element = elements[id];
        const options = element?.type === 'choice' ? element.options.map((option) => option.when) : [];
        const taker = { service: service.id, when: step.when ?? null };
        const known = questions.get(id);
        const needs = [...(known?.needs ?? []), ...needsOf([step.when, ...options])];
        questions.set(id, {
          gives: id,
          needs,
          rank: known?.rank ?? [1, index, position + place / 100],
          step: questionStep(id, [...(known?.step.takers ?? []), taker]),
        });
      }
    }
  }
  return [...checks, ...papers.values(), ...questions.values()];
}

function questionStep(element: ElementId, takers: PlanStep['takers']): PlanStep {
  const id = StepId.parse(`ask-${element.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  return {
    id,
    kind: 'ask',
    takers,
    elements: [element],
    materials: [],
    source: { id, kind: 'ask', elements: [element] },
  };
}

/** Each paper is taken once, for all that want it; `before` is what another service said of the same paper. */
function paperStep(
  material: MaterialId,
  takers: PlanStep['takers'],
  step: StepOf<'scan'>,
  before: Step | undefined,
): PlanStep {
  const id = StepId.parse(`scan-${material}`);
  const all = before?.kind === 'scan' ? [before, step] : [step];
  return { id, kind: 'scan', takers, elements: [], materials: [material], source: mergedScan(id, material, all) };
}
