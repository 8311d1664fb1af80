/** The answers to a question between which rules tell a difference, and one for all the others. */
import type { Day, ElementId } from '#contract/ids.ts';
import type { AnswerRow, AnswerValue } from '#contract/screen/intent.ts';
import type { Column, Element, ElementOf, Option } from '../language/element.ts';
import type { Sources } from '../language/source.ts';
import { EXAMPLES } from '../language/validators.ts';
import { keyOfRow } from './possible-data.ts';

/** A name nobody has. */
const SIGNATURE = 'M100 100L400 100L250 300';

/** On which day the walk takes place, and what a rule that asks for nothing else gives then; null for any other. */
export interface WalkDay {
  readonly today: Day;
  readonly dayOf: (rule: string) => string | null;
}

/** `rules`: those that ask about it. Where none does, one answer is as good as another. */
export function possibleAnswers(
  element: Element,
  rules: readonly string[],
  on: WalkDay,
  sources: Sources,
): readonly AnswerValue[] {
  switch (element.type) {
    case 'signature':
    case 'promise':
      return [SIGNATURE];
    case 'pick': {
      const source = sources[element.source];
      return source === undefined ? [] : [keyOfRow(source)];
    }
    case 'rows':
      return possibleRows(element, rules, on);
    default:
      return plainAnswers(element, rules, on);
  }
}

type Rows = ElementOf<'rows'> | Extract<Column, { type: 'rows' }>;
type Plain = Exclude<Element | Column, { type: 'signature' | 'promise' | 'pick' | 'rows' }>;

function plainAnswers(element: Plain, rules: readonly string[], on: WalkDay): readonly (string | number | boolean)[] {
  const matters = rules.length > 0;
  switch (element.type) {
    case 'mobile':
    case 'code':
      return [EXAMPLES[element.validator]];
    case 'handwriting':
      return [SIGNATURE];
    case 'number':
    case 'money':
      return matters ? [...new Set([element.min, element.max, ...numbersAround(rules, element)])] : [element.min];
    case 'date':
      return [dayWithin(element, on)];
    case 'yesNo':
      return matters ? [true, false] : [true];
    case 'choice':
      return choicesOf(element.options, rules);
  }
}

/** Before, at and after every number that a rule names, where that may be answered. */
function numbersAround(rules: readonly string[], { min, max }: { readonly min: number; readonly max: number }) {
  return numbersIn(rules)
    .flatMap((number) => [number - 1, number, number + 1])
    .filter((number) => min < number && number < max);
}

/** Each once, and none longer than a question takes. */
export function numbersIn(rules: readonly string[]): readonly number[] {
  return [...new Set(rules.join('\n').match(/\b\d{1,9}\b/g))].map(Number);
}

/** Today where that may be said; a day booked ahead is the first that may. */
function dayWithin({ earliest, latest }: ElementOf<'date'> | Extract<Column, { type: 'date' }>, on: WalkDay): string {
  const from = earliest === undefined ? null : on.dayOf(earliest);
  const to = latest === undefined ? null : on.dayOf(latest);
  if (from !== null && on.today < from) return from;
  return to !== null && to < on.today ? to : on.today;
}

/** As few rows as may be, all alike; each column differing alone. */
function possibleRows({ columns, min }: Rows, rules: readonly string[], on: WalkDay): readonly AnswerRow[][] {
  const choices = columns.map((column) => [column.id, columnAnswers(column, rules, on)] as const);
  const usual = Object.fromEntries(choices.flatMap(([id, [first]]) => (first === undefined ? [] : [[id, first]])));
  const others = choices.flatMap(([id, values]) => values.slice(1).map((value) => ({ ...usual, [id]: value })));
  const lists = [usual, ...others].map((row) => Array.from({ length: Math.max(1, min) }, () => row));
  return min === 0 ? [[], ...lists] : lists;
}

function columnAnswers(column: Column, rules: readonly string[], on: WalkDay): readonly AnswerRow[ElementId][] {
  const about = rules.filter((rule) => rule.includes(column.id));
  if (column.type !== 'rows') return plainAnswers(column, about, on);
  // A row inside a row has only plain answers: `InnerRows` goes no deeper.
  return possibleRows(column, about, on) as AnswerRow[ElementId][];
}

/** Where every rule compares with named values: each of those, and one for all others, which no rule tells apart. */
function choicesOf(options: readonly Option[], rules: readonly string[]): readonly string[] {
  const names = (rule: string, { value }: Option): boolean => rule.includes(`"${value}"`);
  const always = options.filter(({ when }) => when === undefined);
  if (rules.length === 0 && always.length > 0) return always.slice(0, 1).map(({ value }) => value);
  const all = options.map(({ value }) => value);
  if (rules.length === 0 || rules.some((rule) => !options.some((option) => names(rule, option)))) return all;
  const told = (option: Option): boolean => option.when !== undefined || rules.some((rule) => names(rule, option));
  const [other] = options.filter((option) => !told(option));
  return options.filter((option) => told(option) || option === other).map(({ value }) => value);
}
