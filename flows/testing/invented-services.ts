/** Services made from random draws for the proofs of the cart: checks that refuse or not, questions with conditions. */
import { ElementId, ServiceId } from '#contract/ids.ts';
import type { Element } from '../language/element.ts';
import type { Service } from '../language/service.ts';
import { Step } from '../language/step.ts';
import type { Content } from '../release/content.ts';

/** Questions that only invented services ask. */
export const INVENTED_QUESTIONS = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'] as const;
const text = (words: string) => ({ 'zh-CN': words, en: words });

function question(name: string): Element {
  const options = ['a', 'b'].map((value) => ({ value, label: text(value) }));
  return {
    type: 'choice',
    privacy: 'none',
    sources: ['typed'],
    label: text(name),
    question: text(name),
    help: text(name),
    options,
  };
}

export interface Drawn {
  readonly names: readonly string[];
  /** Per question: always, or only when the drawn earlier one was answered with `a`. */
  readonly conditions: readonly number[];
  readonly check: 'none' | 'met' | 'unmet' | 'afterQuestions';
}

function stepsOf({ names, conditions, check }: Drawn): Step[] {
  const always: string[] = [];
  const asks = names.map((name, index) => {
    const before = (conditions[index] ?? 0) % 2 === 0 ? undefined : always[(conditions[index] ?? 0) % (index + 1)];
    if (before === undefined) always.push(name);
    const when = before === undefined ? {} : { when: `${before} == "a"` };
    return Step.parse({ id: `ask-${name}`, kind: 'ask', elements: [name], ...when });
  });
  const deciding = (require: string) =>
    Step.parse({
      id: 'deciding',
      kind: 'check',
      rules: [{ id: 'rule', require, met: { text: text('met') }, unmet: { text: text('unmet') }, suggestions: [] }],
    });
  if (check === 'none') return asks;
  if (check === 'afterQuestions') return [...asks, deciding(`${always[0] ?? 'today'} != "b"`)];
  return [deciding(check === 'met' ? 'today != ""' : 'today == ""'), ...asks];
}

/** The catalogue and, beside it, services that never existed. Not every such release passes the gate. */
export function withInventedServices(content: Content, like: ServiceId, all: readonly Drawn[]): Content {
  const model = content.services.get(like);
  if (model === undefined) throw new RangeError(`no service ${like}`);
  const before = model.steps.filter(({ kind }) => kind === 'info' || kind === 'identify');
  const after = model.steps.filter(({ kind }) => !['info', 'identify', 'check', 'ask'].includes(kind));
  const elements = Object.fromEntries(INVENTED_QUESTIONS.map((name) => [ElementId.parse(name), question(name)]));
  const invented = all.map((drawn, index): [ServiceId, Service] => {
    const id = ServiceId.parse(`invented-${index}`);
    return [id, { ...model, id, steps: [...before, ...stepsOf(drawn), ...after] }];
  });
  return {
    ...content,
    elements: { ...content.elements, ...elements },
    services: new Map([...content.services, ...invented]),
  };
}
