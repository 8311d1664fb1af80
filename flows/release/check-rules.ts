/** Whether every rule in a release parses, keeps the limits, has the right type, and only asks what is known by then; so with lookups. */
import { tell } from '../findings/findings.table.ts';
import { listed } from '../findings/said.ts';
import type { Column, Elements } from '../language/element.ts';
import type { ExpressionText } from '../language/expression-text.ts';
import type { Rules, RuleType } from '../language/rules.ts';
import type { Sentence } from '../language/sentence.ts';
import type { Service } from '../language/service.ts';
import type { Sources } from '../language/source.ts';
import { questionsOf, type Step } from '../language/step.ts';
import { gapsIn } from '../language/texts.ts';
import type { Problem } from './finding.ts';
import { KnownNames } from './known-when.ts';

interface Place {
  readonly file: string;
  readonly path: readonly PropertyKey[];
}

/** What a rule may ask for at its place: what is known under `conditions`; null = no telling here. */
interface Sight {
  readonly known: KnownNames;
  readonly conditions: ReadonlySet<string>;
}

export function checkRules(
  rules: Rules,
  { elements, sources }: { readonly elements: Elements; readonly sources: Sources },
  services: ReadonlyMap<string, Service>,
): readonly Problem[] {
  const problems: Problem[] = [];
  const check = (expression: ExpressionText, type: RuleType, sight: Sight | null, place: Place): void => {
    const wrong = rules.check(expression, type);
    if (wrong !== null) problems.push({ ...wrong, ...place });
    else if (sight !== null) checkNeeds(expression, sight, place);
  };
  /** Each part of an `&&` is only asked where the parts before it hold. */
  const checkNeeds = (expression: ExpressionText, sight: Sight, place: Place): void => {
    const held = new Set(sight.conditions);
    for (const { key, names } of rules.conditions(expression)) {
      for (const name of names) {
        if (sight.known.has(name, held)) continue;
        problems.push({ ...tell('rule.early', { name }), ...place });
      }
      held.add(key);
    }
  };
  const checkSentence = (sentence: Sentence, sight: Sight, place: Place): void => {
    for (const [name, expression] of Object.entries(sentence.values))
      check(expression, 'text', sight, { ...place, path: [...place.path, 'values', name] });
    for (const [language, text] of Object.entries(sentence.text)) {
      const [written, given] = [gapsIn(text), Object.keys(sentence.values).toSorted()];
      if (written.join() === given.join()) continue;
      const told = tell('text.gaps', { written: listed(written), given: listed(given) });
      problems.push({ ...told, file: place.file, path: [...place.path, 'text', language] });
    }
  };
  const checkColumns = (columns: readonly Column[], path: readonly PropertyKey[]): void => {
    for (const [index, column] of columns.entries()) {
      const here = [...path, 'columns', index];
      const place = (...last: PropertyKey[]): Place => ({ file: 'elements', path: [...here, ...last] });
      if (column.when !== undefined) check(column.when, 'bool', null, place('when'));
      if (column.type === 'rows') checkColumns(column.columns, here);
    }
  };

  for (const [id, element] of Object.entries(elements)) {
    const place = (...path: PropertyKey[]): Place => ({ file: 'elements', path: [id, ...path] });
    if (element.type === 'choice')
      for (const [index, option] of element.options.entries())
        if (option.when !== undefined) check(option.when, 'bool', null, place('options', index, 'when'));
    if (element.type === 'date')
      for (const end of ['earliest', 'latest'] as const) {
        const rule = element[end];
        if (rule !== undefined) check(rule, 'text', null, place(end));
      }
    if (element.type === 'rows') checkColumns(element.columns, [id]);
  }
  for (const [id, service] of services) {
    const known = new KnownNames();
    const everything: Sight = { known, conditions: new Set() };
    for (const [index, step] of service.steps.entries()) {
      const place = (...path: PropertyKey[]): Place => ({ file: `services/${id}`, path: ['steps', index, ...path] });
      if (step.when !== undefined) check(step.when, 'bool', everything, place('when'));
      const conditions = step.when === undefined ? [] : rules.conditions(step.when).map(({ key }) => key);
      const sight: Sight = { known, conditions: new Set(conditions) };
      if (step.kind === 'check')
        for (const [number, rule] of step.rules.entries()) {
          check(rule.require, 'bool', sight, place('rules', number, 'require'));
          checkSentence(rule.met, sight, place('rules', number, 'met'));
          checkSentence(rule.unmet, sight, place('rules', number, 'unmet'));
          for (const [nth, suggestion] of rule.suggestions.entries())
            checkSentence(suggestion, sight, place('rules', number, 'suggestions', nth));
        }
      if (step.kind === 'print')
        for (const [number, sentence] of step.paragraphs.entries())
          checkSentence(sentence, sight, place('paragraphs', number));
      if (step.kind === 'lookup' && step.source !== 'progress')
        for (const name of sources[step.source]?.sends ?? [])
          if (!known.has(name, sight.conditions))
            problems.push({ ...tell('lookup.early', { source: step.source, name }), ...place('source') });
      for (const [number, name] of questionsOf(step).entries()) {
        for (const rule of rulesOfQuestion(elements, name)) checkNeeds(rule, sight, place('elements', number));
        known.add(name, conditions);
      }
      for (const name of givenBy(step)) known.add(name, conditions);
    }
    // Asked when all has been answered: that it can be is proven on every way through the service (`check-ways.ts`).
    for (const [index, { when, quantity }] of service.fees.entries()) {
      const place = (...path: PropertyKey[]): Place => ({ file: `services/${id}`, path: ['fees', index, ...path] });
      if (when !== undefined) check(when, 'bool', null, place('when'));
      if (quantity !== undefined) check(quantity, 'whole', null, place('quantity'));
    }
    for (const [index, { when }] of service.materials.entries())
      if (when !== undefined) check(when, 'bool', null, { file: `services/${id}`, path: ['materials', index, 'when'] });
  }
  return problems;
}

/** What a step makes known besides the answers to its questions. */
function givenBy(step: Step): readonly string[] {
  if (step.kind === 'identify') return [step.who === 'applicant' ? 'card' : 'partner'];
  return step.kind === 'lookup' && step.source !== 'progress' ? [step.source] : [];
}

/** What must be known to ask a question at all: for its options, and for the ends of a date. */
function rulesOfQuestion(elements: Elements, id: keyof Elements): readonly ExpressionText[] {
  const element = elements[id];
  if (element?.type === 'choice') return element.options.flatMap(({ when }) => when ?? []);
  if (element?.type === 'date') return [element.earliest, element.latest].filter((rule) => rule !== undefined);
  return [];
}
