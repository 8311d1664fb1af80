/** Every expression of a service: conditions of its steps, papers, fees, questions and options, what its checks require, values in its sentences. */
import type { Column, Element, Elements } from '../language/element.ts';
import type { ExpressionText } from '../language/expression-text.ts';
import type { Service } from '../language/service.ts';
import { questionsOf, type Step } from '../language/step.ts';

export function rulesOf(service: Service, elements: Elements): readonly ExpressionText[] {
  const asked = [...new Set(service.steps.flatMap(questionsOf))];
  return [
    ...service.materials.map(({ when }) => when),
    ...rulesOfCase(service),
    ...service.steps.flatMap(rulesOfStep),
    ...asked.flatMap((id) => {
      const element = elements[id];
      return element === undefined ? [] : rulesOfQuestion(element);
    }),
  ].filter((expression) => expression !== undefined);
}

type Expressions = readonly (ExpressionText | undefined)[];

/** Asked once more when the case is made. */
export function rulesOfCase({ fees }: Service): readonly ExpressionText[] {
  return fees.flatMap(({ when, quantity }) => [when, quantity]).filter((expression) => expression !== undefined);
}

export function rulesOfStep(step: Step): Expressions {
  if (step.kind === 'print') return [step.when, ...step.paragraphs.flatMap(({ values }) => Object.values(values))];
  if (step.kind !== 'check') return [step.when];
  const sentences = step.rules.flatMap(({ met, unmet, suggestions }) => [met, unmet, ...suggestions]);
  return [
    step.when,
    ...step.rules.map(({ require }) => require),
    ...sentences.flatMap(({ values }) => Object.values(values)),
  ];
}

/** A question of its own, or a column of a list. */
export function rulesOfQuestion(question: Element | Column): Expressions {
  switch (question.type) {
    case 'choice':
      return question.options.map(({ when }) => when);
    case 'date':
      return [question.earliest, question.latest];
    case 'rows':
      return question.columns.flatMap((column) => [column.when, ...rulesOfQuestion(column)]);
    default:
      return [];
  }
}
