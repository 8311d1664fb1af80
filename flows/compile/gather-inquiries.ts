/** Everything that services want to find out between the card and the review: each once, with what must be known before it. */
import { type ElementId, type MaterialId, StepId } from '#contract/ids.ts';
import type { Element } from '../language/element.ts';
import type { Service } from '../language/service.ts';
import { questionsOf, type Step, type StepOf } from '../language/step.ts';
import type { Content } from '../release/content.ts';
import { rulesFor } from '../release/rules-for.ts';
import type { Inquiry } from './inquiries.ts';
import type { PlanStep, Taker } from './plan.ts';
import { mergedLookup, mergedPromise, mergedScan } from './shared-steps.ts';

type Known = Pick<Content, 'elements' | 'sources' | 'workingDays'>;

/** A step of a service, and where it stands among all of them. */
interface Place<S extends Step = Step> {
  readonly service: Service;
  readonly step: S;
  /** Of the service among the chosen ones, and of the step within it. */
  readonly at: readonly [number, number];
}

export function gatherInquiries(services: readonly Service[], content: Known): readonly Inquiry[] {
  const checks: Inquiry[] = [];
  const questions = new Map<ElementId, Inquiry>();
  const papers = new Map<MaterialId, Inquiry>();
  const promises = new Map<ElementId, Inquiry>();
  const lookups = new Map<string, Inquiry>();
  for (const [index, service] of services.entries()) {
    let asking = false;
    for (const [position, step] of service.steps.entries()) {
      const at = [index, position] as const;
      if (step.kind === 'check') checks.push(checkInquiry({ service, step, at }, asking, content));
      if (step.kind === 'scan')
        for (const [order, material] of step.materials.entries())
          papers.set(material, paperInquiry({ service, step, at }, order, material, papers.get(material), content));
      if (step.kind === 'ask' || step.kind === 'choose')
        for (const [order, element] of questionsOf(step).entries())
          questions.set(
            element,
            questionInquiry({ service, step, at }, order, element, questions.get(element), content),
          );
      if (step.kind === 'promise')
        promises.set(step.element, promiseInquiry({ service, step, at }, promises.get(step.element), content));
      if (step.kind === 'lookup')
        lookups.set(step.source, lookupInquiry({ service, step, at }, lookups.get(step.source), content));
      asking ||= step.kind === 'scan' || step.kind === 'ask' || step.kind === 'choose';
    }
  }
  return [...checks, ...lookups.values(), ...papers.values(), ...questions.values(), ...promises.values()];
}

/** A name for the step that asks this, whatever services want it. */
export function questionId(prefix: 'ask' | 'sign' | 'promise', element: ElementId): StepId {
  return StepId.parse(`${prefix}-${element.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
}

function needsOf(content: Known, expressions: readonly (string | undefined)[]): readonly string[] {
  const rules = rulesFor(content);
  return expressions.flatMap((text) => (text === undefined ? [] : rules.needs(text)));
}

/** A check stays with its service, under a name that no other service's step can have. */
function checkInquiry({ service, step, at }: Place<StepOf<'check'>>, asking: boolean, content: Known): Inquiry {
  const sentences = step.rules.flatMap(({ met, unmet, suggestions }) => [met, unmet, ...suggestions]);
  const values = sentences.flatMap((sentence) => Object.values(sentence.values));
  const needs = needsOf(content, [step.when, ...step.rules.map((rule) => rule.require), ...values]);
  const id = StepId.parse(`s${at[0] + 1}-${step.id}`);
  const takers = [takerOf(service, step)];
  const own: PlanStep = { id, kind: 'check', takers, elements: [], materials: [], source: { ...step, id } };
  return { gives: null, needs, rank: [asking ? 1 : 0, ...at], step: own };
}

/** Each paper is taken once, for all that want it; `before` is what another service said of the same paper. */
function paperInquiry(
  { service, step, at }: Place<StepOf<'scan'>>,
  order: number,
  material: MaterialId,
  before: Inquiry | undefined,
  content: Known,
): Inquiry {
  const id = StepId.parse(`scan-${material}`);
  const source = before?.step.source;
  const all = source?.kind === 'scan' ? [source, step] : [step];
  const takers = [...(before?.step.takers ?? []), takerOf(service, step)];
  return {
    gives: null,
    needs: [...(before?.needs ?? []), ...needsOf(content, [step.when])],
    rank: before?.rank ?? [1, at[0], at[1] + order / 100],
    step: { id, kind: 'scan', takers, elements: [], materials: [material], source: mergedScan(id, material, all) },
  };
}

/** Grouped at the end, unless something else waits for one of them: the citizen promises when all else has been said. */
function promiseInquiry(
  { service, step, at }: Place<StepOf<'promise'>>,
  before: Inquiry | undefined,
  content: Known,
): Inquiry {
  const { element } = step;
  const id = questionId('promise', element);
  const source = before?.step.source;
  const all = source?.kind === 'promise' ? [source, step] : [step];
  const takers = [...(before?.step.takers ?? []), takerOf(service, step)];
  return {
    gives: element,
    needs: [...(before?.needs ?? []), ...needsOf(content, [step.when])],
    rank: before?.rank ?? [2, ...at],
    step: { id, kind: 'promise', takers, elements: [element], materials: [], source: mergedPromise(id, element, all) },
  };
}

/** Asked once, for all that want it; shown when one of them shows it. */
function lookupInquiry(
  { service, step, at }: Place<StepOf<'lookup'>>,
  before: Inquiry | undefined,
  content: Known,
): Inquiry {
  const id = StepId.parse(`look-up-${step.source.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  const source = before?.step.source;
  const all = source?.kind === 'lookup' ? [source, step] : [step];
  const takers = [...(before?.step.takers ?? []), takerOf(service, step)];
  const sends = step.source === 'progress' ? [] : (content.sources[step.source]?.sends ?? []);
  return {
    gives: step.source,
    needs: [...(before?.needs ?? []), ...needsOf(content, [step.when]), ...sends],
    rank: before?.rank ?? [0, ...at],
    step: { id, kind: 'lookup', takers, elements: [], materials: [], source: mergedLookup(id, all) },
  };
}

function questionInquiry(
  { service, step, at }: Place,
  order: number,
  id: ElementId,
  before: Inquiry | undefined,
  content: Known,
): Inquiry {
  const element = content.elements[id];
  const options = element?.type === 'choice' ? element.options.map((option) => option.when) : [];
  const takers = [...(before?.step.takers ?? []), takerOf(service, step)];
  const stepId = questionId('ask', id);
  const source: Step = { id: stepId, kind: 'ask', elements: [id] };
  return {
    gives: id,
    needs: [...(before?.needs ?? []), ...needsOf(content, [step.when, ...options]), ...sourcesOf(element)],
    rank: before?.rank ?? [1, at[0], at[1] + order / 100],
    step: { id: stepId, kind: 'ask', takers, elements: [id], materials: [], source },
  };
}

/** Lookups that should have come before the question: what it is filled from, and what it picks from. */
function sourcesOf(element: Element | undefined): readonly string[] {
  if (element === undefined) return [];
  const filled = element.sources.flatMap((from) => (typeof from === 'object' && 'lookup' in from ? [from.lookup] : []));
  return element.type === 'pick' ? [...filled, element.source] : filled;
}

function takerOf(service: Service, step: Step): Taker {
  return { service: service.id, when: step.when ?? null };
}
