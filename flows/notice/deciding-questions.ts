/** Which questions decide what a citizen must bring and pay: those that conditions ask for, and those that decide whether these are asked. */
import type { ElementId } from '#contract/ids.ts';
import type { Element } from '../language/element.ts';
import type { ExpressionText } from '../language/expression-text.ts';
import type { Service } from '../language/service.ts';
import { questionsOf } from '../language/step.ts';
import type { Content } from '../release/content.ts';
import { rulesFor } from '../release/rules-for.ts';

/** What a citizen answers with one touch or a number. Names, signatures and lists are nothing to be asked beforehand. */
const ASKABLE: ReadonlySet<Element['type']> = new Set(['choice', 'yesNo', 'number', 'money', 'date']);

/** Of a promise only whether one would give it, where that may be chosen. */
function isAskable(element: Element): boolean {
  return element.type === 'promise' ? element.decline !== undefined : ASKABLE.has(element.type);
}

/** A question can be asked of whoever shows no card only where nothing it depends on needs one. */
export function decidingQuestions(services: readonly Service[], content: Content): ReadonlySet<ElementId> {
  const rules = rulesFor(content);
  const named = (expressions: readonly (ExpressionText | undefined)[]): readonly string[] =>
    expressions.flatMap((text) => (text === undefined ? [] : rules.needs(text)));
  const dependencies = new Map<string, ReadonlySet<string>>();
  for (const { when, question } of services.flatMap(questionsIn)) {
    const before = dependencies.get(question) ?? [];
    dependencies.set(question, new Set([...before, ...named([when, ...limitsOf(content.elements[question])])]));
  }
  const asking = new Set<string>();
  const mayBeAsked = (name: string): boolean => {
    const element = content.elements[name as ElementId];
    const needs = dependencies.get(name);
    if (element === undefined || needs === undefined || !isAskable(element) || asking.has(name)) return false;
    asking.add(name);
    const may = [...needs].every(mayBeAsked);
    asking.delete(name);
    return may;
  };
  const wanted = new Set<ElementId>();
  const want = (name: string): void => {
    if (!mayBeAsked(name) || wanted.has(name as ElementId)) return;
    wanted.add(name as ElementId);
    dependencies.get(name)?.forEach(want);
  };
  for (const service of services) named(conditionsOf(service)).forEach(want);
  return wanted;
}

function questionsIn({ steps }: Service) {
  return steps
    .filter(({ kind }) => kind === 'ask' || kind === 'choose' || kind === 'promise')
    .flatMap((step) => questionsOf(step).map((question) => ({ when: step.when, question })));
}

/** Everything that says which papers and fees there are. */
function conditionsOf({ materials, fees, steps }: Service): readonly (ExpressionText | undefined)[] {
  return [
    ...materials.map(({ when }) => when),
    ...steps.filter(({ kind }) => kind === 'scan').map(({ when }) => when),
    ...fees.flatMap(({ when, quantity }) => [when, quantity]),
  ];
}

/** What must be known to ask a question at all: for its options, and for the ends of a date. */
function limitsOf(element: Element | undefined): readonly (ExpressionText | undefined)[] {
  if (element?.type === 'choice') return element.options.map(({ when }) => when);
  return element?.type === 'date' ? [element.earliest, element.latest] : [];
}
