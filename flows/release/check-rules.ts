/** Whether every rule in a release parses, keeps the limits, has the right type, and only asks what is known by then. */
import type { Elements } from '../language/element.ts';
import { conjunctsOf } from '../language/conjuncts.ts';
import type { ExpressionText } from '../language/expression-text.ts';
import type { Rules, RuleType } from '../language/rules.ts';
import type { Service } from '../language/service.ts';
import { questionsOf } from '../language/step.ts';
import type { Sentence } from '../language/sentence.ts';
import { gapsIn } from '../language/texts.ts';
import type { Problem } from './finding.ts';

interface Place {
  readonly file: string;
  readonly path: readonly PropertyKey[];
}

export function checkRules(
  rules: Rules,
  elements: Elements,
  services: ReadonlyMap<string, Service>,
): readonly Problem[] {
  const problems: Problem[] = [];
  /** `known`: what is certainly known by then, `card` among it; null = no telling here. */
  const check = (expression: ExpressionText, type: RuleType, known: ReadonlySet<string> | null, place: Place): void => {
    const wrong = rules.check(expression, type);
    if (wrong !== null) {
      problems.push({ rule: 'rule.wrong', ...place, ...wrong });
      return;
    }
    if (known !== null) checkNeeds(expression, known, place);
  };
  const checkNeeds = (expression: ExpressionText, known: ReadonlySet<string>, place: Place): void => {
    for (const name of rules.needs(expression)) {
      if (known.has(name)) continue;
      const message = `"${name}" may not be known yet when this is asked`;
      problems.push({
        rule: 'rule.early',
        ...place,
        message,
        suggestion: 'put it into an earlier step that always comes',
      });
    }
  };
  const sentence = (sentence_: Sentence, known: ReadonlySet<string>, place: Place): void => {
    for (const [name, expression] of Object.entries(sentence_.values))
      check(expression, 'text', known, { ...place, path: [...place.path, 'values', name] });
    for (const [language, text] of Object.entries(sentence_.text)) {
      if (gapsIn(text).join() === Object.keys(sentence_.values).toSorted().join()) continue;
      const path = [...place.path, 'text', language];
      const message = 'the gaps of this text are not the names under `values`';
      problems.push({ rule: 'text.gaps', file: place.file, path, message, suggestion: 'make them the same' });
    }
  };

  for (const [id, element] of Object.entries(elements)) {
    if (element.type !== 'choice') continue;
    for (const [index, option] of element.options.entries())
      if (option.when !== undefined)
        check(option.when, 'bool', null, { file: 'elements', path: [id, 'options', index, 'when'] });
  }
  for (const [id, service] of services) {
    const learned: Learned[] = [];
    for (const [index, step] of service.steps.entries()) {
      const place = (...path: PropertyKey[]): Place => ({ file: `services/${id}`, path: ['steps', index, ...path] });
      const under = step.when === undefined ? [] : conjunctsOf(step.when);
      const known = knownUnder(under, learned);
      if (step.when !== undefined) {
        check(step.when, 'bool', null, place('when'));
        for (const [number, part] of under.entries())
          checkNeeds(part, knownUnder(under.slice(0, number), learned), place('when'));
      }
      if (step.kind === 'check')
        for (const [number, rule] of step.rules.entries()) {
          check(rule.require, 'bool', known, place('rules', number, 'require'));
          sentence(rule.met, known, place('rules', number, 'met'));
          sentence(rule.unmet, known, place('rules', number, 'unmet'));
          for (const [nth, suggestion] of rule.suggestions.entries())
            sentence(suggestion, known, place('rules', number, 'suggestions', nth));
        }
      if (step.kind === 'identify') learned.push({ name: 'card', under });
      for (const [number, id_] of questionsOf(step).entries()) {
        const element = elements[id_];
        for (const option of element?.type === 'choice' ? element.options : [])
          if (option.when !== undefined) checkNeeds(option.when, knownUnder(under, learned), place('elements', number));
        learned.push({ name: id_, under });
      }
    }
  }
  return problems;
}

/** What is known after a step, and what must hold for that step to be taken. */
interface Learned {
  readonly name: string;
  readonly under: readonly string[];
}

/** All that certainly is known where these conditions hold. */
function knownUnder(conditions: readonly string[], learned: readonly Learned[]): ReadonlySet<string> {
  const sure = learned.filter(({ under }) => under.every((condition) => conditions.includes(condition)));
  return new Set(sure.map(({ name }) => name));
}
