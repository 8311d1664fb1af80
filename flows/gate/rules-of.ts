/** Every expression of a service: conditions of its steps and options, what its checks require, values in its sentences. */
import type { Elements } from '../language/element.ts';
import type { ExpressionText } from '../language/expression-text.ts';
import type { Service } from '../language/service.ts';

export function rulesOf(service: Service, elements: Elements): readonly ExpressionText[] {
  return service.steps.flatMap((step) => {
    const own = step.when === undefined ? [] : [step.when];
    if (step.kind === 'check')
      return [
        ...own,
        ...step.rules.flatMap(({ require, met, unmet, suggestions }) => [
          require,
          ...[met, unmet, ...suggestions].flatMap(({ values }) => Object.values(values)),
        ]),
      ];
    if (step.kind !== 'ask') return own;
    const options = step.elements.flatMap((id) => {
      const element = elements[id];
      return element?.type === 'choice' ? element.options.flatMap(({ when }) => when ?? []) : [];
    });
    return [...own, ...options];
  });
}
