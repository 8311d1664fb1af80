/** What an engine says is wrong with a rule, in words for whoever writes services. */
import { EvaluationError, ParseError, TypeError as CelTypeError } from '@marcbachmann/cel-js';
import { nearestWord } from '#contract/nearest-word.ts';
import type { FactTypes } from './rule-facts.ts';
import { RULE_FUNCTIONS, type RuleFunction } from './rule-functions.table.ts';

export interface RuleProblem {
  readonly message: string;
  readonly suggestion: string;
}

/** More names than this nobody reads. */
const MOST_TOLD = 12;

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  bool: 'yes/no',
  list: 'a list',
};

/** `Fields_card` → card; `list<Fields_members>` → rows of members. */
export function typeInWords(type: string): string {
  const rows = /^list<Fields_(\w+)>$/.exec(type)?.[1];
  if (rows !== undefined) return `the rows of ${rows}`;
  const item = /^list<(.+)>$/.exec(type)?.[1];
  if (item !== undefined) return `a list of ${typeInWords(item)}`;
  return TYPE_WORDS[type] ?? type.replace(/^Fields_/, '').replaceAll('_', ' ');
}

export function explainRule(error: unknown, names: FactTypes): RuleProblem {
  if (error instanceof ParseError) return explainUnreadable(error);
  if (!(error instanceof CelTypeError || error instanceof EvaluationError)) throw error;
  const { code, summary } = error;
  const told = summary.split(': ').slice(1).join(': ');
  switch (code) {
    case 'no_such_key':
      return { message: `there is no "${told}" in it`, suggestion: meantAmong(told, fieldsOf(error.node, names)) };
    case 'no_matching_overload':
      return explainCall(summary);
    case 'no_such_overload':
      return { message: `${wordsFor(told)} don’t go together`, suggestion: 'both sides must be of the same kind' };
    case undefined:
    default:
      return { message: wordsFor(summary), suggestion: 'correct it, or make it simpler' };
  }
}

function explainUnreadable({ code, summary, range }: ParseError): RuleProblem {
  if (code === 'limit_exceeded')
    return { message: `it is too long or too deep to be read (${summary})`, suggestion: 'make two rules of it' };
  const place = range === undefined ? '' : ` (at character ${range.start + 1})`;
  return {
    message: `this is no rule: ${summary}${place}`,
    suggestion: 'for example: ageOn(card.birthDate, today) >= 60',
  };
}

/** `found no matching overload for 'ageOn(string)'`. */
function explainCall(summary: string): RuleProblem {
  const [, name, given] = /'(?:.*\.)?(\w+)\((.*)\)'$/.exec(summary) ?? [];
  const own = RULE_FUNCTIONS.find((each) => each.name === name);
  const message = `${name ?? 'a function'} can’t be used with ${given ? wordsFor(given) : 'nothing'}`;
  return { message, suggestion: own === undefined ? 'look at what it stands on' : usage(own) };
}

export function usage({ name, takes, example }: RuleFunction): string {
  const wanted = Object.entries(takes).map(([each, type]) => `${each}: ${typeInWords(type)}`);
  return `${name}(${wanted.join(', ')}), for example ${example}`;
}

export function unknownName(name: string, known: Iterable<string>): RuleProblem {
  return { message: `nothing is called "${name}"`, suggestion: meantAmong(name, known) };
}

export function meantAmong(written: string, names: Iterable<string>): string {
  const known = [...names];
  const meant = nearestWord(written, known);
  if (meant !== null) return `did you mean "${meant}"?`;
  return `known here: ${known.slice(0, MOST_TOLD).join(', ')}${known.length > MOST_TOLD ? ' …' : ''}`;
}

/** The fields of what stands before the point; of everything, when that is a row inside a list rule. */
function fieldsOf(node: unknown, names: FactTypes): readonly string[] {
  const before = leftOf(node);
  const declared = before === null ? undefined : names[before];
  const all = (declared === undefined ? Object.values(names) : [declared]).flatMap(namesOfFields);
  return [...new Set(all)];
}

function namesOfFields(type: FactTypes[string]): readonly string[] {
  if (typeof type === 'string') return [];
  return Object.entries('rows' in type ? type.rows : type.fields).flatMap(([field, each]) => [
    field,
    ...namesOfFields(each),
  ]);
}

function leftOf(node: unknown): string | null {
  if (typeof node !== 'object' || node === null || !('args' in node) || !Array.isArray(node.args)) return null;
  const left: unknown = node.args[0];
  if (typeof left !== 'object' || left === null || !('op' in left) || !('args' in left)) return null;
  return left.op === 'id' && typeof left.args === 'string' ? left.args : null;
}

function wordsFor(types: string): string {
  return types.replace(/list<[\w<>]+>|\b(?:string|int|bool|Fields_\w+)\b/g, typeInWords);
}
