/** What lies ahead of each stop of a plan, as far as it can decide anything: the rules still to be asked and what they are about. */
import type { ElementId, MaterialId } from '#contract/ids.ts';
import type { ExpressionText } from '../language/expression-text.ts';
import type { Rules } from '../language/rules.ts';
import type { Step } from '../language/step.ts';
import type { Stop } from '../compile/stops.ts';
import type { Plan, PlanStep } from '../compile/plan.ts';
import type { Content } from '../release/content.ts';
import { rulesOfCase, rulesOfQuestion, rulesOfStep } from './rules-of.ts';

export interface Ahead {
  /** Questions that are asked from here on, or that a rule from here on asks about. */
  readonly elements: ReadonlySet<ElementId>;
  readonly materials: ReadonlySet<MaterialId>;
  /** `card.birthDate`, `housingFund.loanFen`: of what is known elsewhere, whatever is named from here on. */
  readonly fields: ReadonlySet<string>;
  /** Other people than the one who stands here may still lay their card on the reader. */
  readonly identifies: boolean;
  /** All that was asked before is gone through once more, at the review and for the record. */
  readonly looksBack: boolean;
}

type Known = Pick<Content, 'elements' | 'materials'>;

/** One for each stop, and one for behind the last. */
export function aheadOf(plan: Plan, stops: readonly Stop[], known: Known, rules: Rules): readonly Ahead[] {
  const asks = stops.map((stop) => rulesAt(stop, known));
  const needs = new Map(asks.flat().map((rule) => [rule, rules.needs(rule)]));
  const gives = stops.map((stop) => givenAt(stop, known));
  const ofCase = plan.services.flatMap(rulesOfCase);
  return Array.from({ length: stops.length + 1 }, (_, here): Ahead => {
    const ahead = stops.slice(here);
    const toCome = new Set(gives.slice(here).flat());
    const looksBack = ahead.some(({ kind }) => kind === 'review' || kind === 'submit');
    // What was settled on the way here stays so, unless it waits for something that is told later.
    const open = stops.flatMap((stop, index) =>
      index < here && looksBack && (asks[index] ?? []).some((rule) => needs.get(rule)?.some((name) => toCome.has(name)))
        ? [index]
        : [],
    );
    const live = [...stops.keys()].filter((index) => index >= here || open.includes(index));
    const expressions = [...live.flatMap((index) => asks[index] ?? []), ...(looksBack ? ofCase : [])];
    const asked = live.flatMap((index) => stops[index]?.element ?? []);
    return {
      elements: new Set([...asked, ...expressions.flatMap((rule) => rules.needs(rule) as readonly ElementId[])]),
      materials: new Set(ahead.flatMap(({ material }) => material ?? [])),
      fields: new Set([...fieldsIn(expressions), ...asked.flatMap((id) => fieldsBehind(id, known))]),
      identifies: ahead.some(({ kind }) => kind === 'identify'),
      looksBack,
    };
  });
}

function rulesAt({ takers, element, step }: Stop, { elements }: Known): readonly ExpressionText[] {
  const question = element === null ? undefined : elements[element];
  return [
    ...takers.flatMap(({ when }) => when ?? []),
    // What only tells what to bring decides nothing.
    ...(isStep(step.source) ? rulesOfStep(step.source) : []),
    ...(question === undefined ? [] : rulesOfQuestion(question)),
  ].filter((rule) => rule !== undefined);
}

function isStep(source: PlanStep['source']): source is Step {
  return source.kind !== 'notice' && source.kind !== 'guide';
}

/** The names that rules know something new by when this stop was passed. */
function givenAt({ element, material, step: { source } }: Stop, { materials }: Known): readonly string[] {
  const read = material === null ? [] : Object.values(materials[material]?.recipe?.fields ?? {});
  return [
    ...(element === null ? [] : [element]),
    ...read.flatMap(({ answers }) => answers ?? []),
    ...(source.kind === 'lookup' ? [source.source] : []),
    ...(source.kind === 'identify' ? [source.who === 'partner' ? 'partner' : 'card'] : []),
  ];
}

/** Every `name.field`; a few more are named than are facts, and make no difference. */
function fieldsIn(rules: readonly ExpressionText[]): readonly string[] {
  return rules.flatMap((rule) => rule.match(/\b[A-Za-z]\w*\.[A-Za-z]\w*/g) ?? []);
}

/** Where a question's answer comes from before it is asked. */
function fieldsBehind(id: ElementId, { elements }: Known): readonly string[] {
  const element = elements[id];
  if (element === undefined) return [];
  const sources = element.sources.flatMap((source) => {
    if (typeof source === 'string') return [];
    return 'card' in source ? [`card.${source.card}`] : [`${source.lookup}.${source.field}`];
  });
  return element.type === 'pick' ? [...sources, `${element.source}.rows`] : sources;
}
