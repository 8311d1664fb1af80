/** What an engine says is wrong with a rule, as a finding with words for whoever writes services. */
import { EvaluationError, ParseError, TypeError as CelTypeError } from '@marcbachmann/cel-js';
import type { LocalText } from '#contract/language.ts';
import { both } from '../findings/both.ts';
import { tell, type Told } from '../findings/findings.table.ts';
import { meantAmong } from '../findings/said.ts';
import type { FactTypes } from './rule-facts.ts';
import { RULE_FUNCTIONS, type RuleFunction } from './rule-functions.table.ts';

const TYPE_WORDS: Readonly<Record<string, LocalText>> = {
  string: both('文字', 'text'),
  int: both('整数', 'a whole number'),
  bool: both('是或否', 'yes/no'),
  list: both('列表', 'a list'),
};

/** `Fields_card` → card; `list<Fields_members>` → rows of members. */
export function typeInWords(type: string): LocalText {
  const rows = /^list<Fields_(\w+)>$/.exec(type)?.[1];
  if (rows !== undefined) return { 'zh-CN': `“${rows}”的各行`, en: `the rows of ${rows}` };
  const item = /^list<(.+)>$/.exec(type)?.[1];
  if (item !== undefined) {
    const of = typeInWords(item);
    return { 'zh-CN': `一列${of['zh-CN']}`, en: `a list of ${of.en}` };
  }
  const name = type.replace(/^Fields_/, '').replaceAll('_', ' ');
  return TYPE_WORDS[type] ?? { 'zh-CN': name, en: name };
}

export function explainRule(error: unknown, expression: string, names: FactTypes): Told {
  if (error instanceof ParseError) return explainUnreadable(error, expression);
  if (!(error instanceof CelTypeError || error instanceof EvaluationError)) throw error;
  const { code, summary } = error;
  const told = summary.split(': ').slice(1).join(': ');
  switch (code) {
    case 'no_such_key':
      return tell('rule.unknownField', { name: told, meant: meantAmong(told, fieldsOf(error.node, names)) });
    case 'no_matching_overload':
      return explainCall(summary);
    case 'no_such_overload':
      return tell('rule.mixed', { types: wordsFor(told) });
    case undefined:
    default:
      return tell('rule.other', { near: nearby(expression, error.range) });
  }
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const QUOTE = both('引号没有配对', 'a quotation mark is never closed');
/** What the engine stumbled over, where that helps whoever wrote it. */
const STUMBLED: Readonly<Record<string, LocalText>> = {
  unterminated_string: QUOTE,
  unterminated_triple_quoted_string: QUOTE,
  newline_in_string: both('引号里换了行', 'a text in quotes goes over the end of its line'),
  invalid_number: both('数字写得不对', 'a number is not written as numbers are'),
  reserved_identifier: both('用了另有意思的词', 'a word is used that means something else'),
};

function explainUnreadable({ code, range }: ParseError, expression: string): Told {
  if (code === 'limit_exceeded') return tell('rule.tooDeep');
  const what = STUMBLED[code];
  if (what !== undefined) return tell('rule.unreadable', { why: what });
  const near = nearby(expression, range);
  const why = near === '' ? both('写到末尾还不完整', 'it stops before it is complete') : stopsAt(near);
  return tell('rule.unreadable', { why });
}

function stopsAt(near: string): LocalText {
  return { 'zh-CN': `在“${near}”这里读不下去`, en: `it can’t be read on at "${near}"` };
}

/** More of a rule than this does not help to find the place. */
const MOST_NEAR = 20;

function nearby(expression: string, range: Range | undefined): string {
  return expression.slice(range?.start ?? 0, (range?.start ?? 0) + MOST_NEAR).trim();
}

/** `found no matching overload for 'ageOn(string)'`. */
function explainCall(summary: string): Told {
  const [, name = '…', given] = /'(?:.*\.)?(\w+)\((.*)\)'$/.exec(summary) ?? [];
  const own = RULE_FUNCTIONS.find((each) => each.name === name);
  return tell('rule.call', {
    name,
    given: given ? wordsFor(given) : both('空的', 'nothing'),
    usage: own === undefined ? both('看看它用在什么上面。', 'Look at what it stands on.') : usage(own),
  });
}

export function usage({ name, takes, example }: RuleFunction): LocalText {
  const wanted = Object.entries(takes).map(([each, type]) => [each, typeInWords(type)] as const);
  const chinese = wanted.map(([each, type]) => `${each}：${type['zh-CN']}`).join('，');
  const english = wanted.map(([each, type]) => `${each}: ${type.en}`).join(', ');
  return { 'zh-CN': `写法：${name}(${chinese})，例如 ${example}`, en: `${name}(${english}), for example ${example}` };
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

/** `string == bool`, as an engine writes it, with the types in words. */
function wordsFor(types: string): LocalText {
  const TYPE = /list<[\w<>]+>|\b(?:string|int|bool|Fields_\w+)\b/g;
  return {
    'zh-CN': types.replace(TYPE, (type) => typeInWords(type)['zh-CN']),
    en: types.replace(TYPE, (type) => typeInWords(type).en),
  };
}
