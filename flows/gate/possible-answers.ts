/** The answers to a question between which rules tell a difference, and one for all the others. */
import type { Day, ElementId } from '#contract/ids.ts';
import type { AnswerRow, AnswerValue } from '#contract/screen/intent.ts';
import type { Column, Element, ElementOf, Option } from '../language/element.ts';
import type { Sources } from '../language/source.ts';
import { EXAMPLES } from '../language/validators.ts';
import { keyOfRow } from './possible-data.ts';

/** A name nobody has. */
const SIGNATURE = 'M100 100L400 100L250 300';

/** `rules`: those that ask about it. Where none does, one answer is as good as another. */
export function possibleAnswers(
  element: Element,
  rules: readonly string[],
  today: Day,
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
      return possibleRows(element, rules, today);
    default:
      return plainAnswers(element, rules, today);
  }
}

type Rows = ElementOf<'rows'> | Extract<Column, { type: 'rows' }>;
type Plain = Exclude<Element | Column, { type: 'signature' | 'promise' | 'pick' | 'rows' }>;

function plainAnswers(element: Plain, rules: readonly string[], today: Day): readonly (string | number | boolean)[] {
  const matters = rules.length > 0;
  switch (element.type) {
    case 'mobile':
    case 'code':
      return [EXAMPLES[element.validator]];
    case 'handwriting':
      return [SIGNATURE];
    case 'number':
    case 'money':
      return matters ? [element.min, element.max] : [element.min];
    case 'date':
      return [today];
    case 'yesNo':
      return matters ? [true, false] : [true];
    case 'choice':
      return choicesOf(element.options, rules);
  }
}

/** As few rows as may be, all alike; each column differing alone. */
function possibleRows({ columns, min }: Rows, rules: readonly string[], today: Day): readonly AnswerRow[][] {
  const choices = columns.map((column) => [column.id, columnAnswers(column, rules, today)] as const);
  const usual = Object.fromEntries(choices.flatMap(([id, [first]]) => (first === undefined ? [] : [[id, first]])));
  const others = choices.flatMap(([id, values]) => values.slice(1).map((value) => ({ ...usual, [id]: value })));
  const lists = [usual, ...others].map((row) => Array.from({ length: Math.max(1, min) }, () => row));
  return min === 0 ? [[], ...lists] : lists;
}

function columnAnswers(column: Column, rules: readonly string[], today: Day): readonly AnswerRow[ElementId][] {
  const about = rules.filter((rule) => rule.includes(column.id));
  if (column.type !== 'rows') return plainAnswers(column, about, today);
  // A row inside a row has only plain answers: `InnerRows` goes no deeper.
  return possibleRows(column, about, today) as AnswerRow[ElementId][];
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
