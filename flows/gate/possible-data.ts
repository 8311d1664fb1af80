/** What a source may bring, on both sides of every line that rules draw: nothing, or what lets people go on, each field differing alone. */
import type { FieldType, Found } from '#contract/found.ts';
import { Day } from '#contract/ids.ts';
import { daysAfter } from '../language/calendar.ts';
import type { Source } from '../language/source.ts';

type Value = string | number | boolean;

/** Whatever the rules say nothing of. */
const USUAL = { text: '某', day: '2020-06-15', money: 100, number: 1, yesNo: true } as const satisfies Record<
  FieldType,
  Value
>;

/** The key of the one row that every list in the gate has: what is picked there. */
export function keyOfRow({ rows }: Source): string {
  const field = rows?.fields[rows.key];
  return field === undefined ? '' : String(USUAL[field.type]);
}

/** How many of the checks of a service are met by these fields. */
export type ChecksMet = (fields: Found['fields']) => number;

/** `rules`: all expressions of a service. Null is nothing at all. */
export function possibleData(
  id: string,
  source: Source,
  rules: readonly string[],
  today: Day,
  checksMet: ChecksMet,
): readonly (Found | null)[] {
  const about = (field: string): readonly string[] =>
    rules.filter((rule) => new RegExp(`\\b${id}\\.${field}\\b`).test(rule));
  const choices = Object.entries(source.fields).map(
    ([name, { type }]) => [name, valuesOf(type, about(name), today)] as const,
  );
  const usual: Record<string, Value> = Object.fromEntries(choices.map(([name, values]) => [name, values[0]]));
  // From what rules say nothing against: a check is passed before what comes after it can be tried.
  for (const [name, values] of choices)
    for (const value of values) if (checksMet({ ...usual, [name]: value }) > checksMet(usual)) usual[name] = value;
  const others = choices.flatMap(([name, values]) =>
    values.filter((value) => value !== usual[name]).map((value) => ({ ...usual, [name]: value })),
  );
  const row = source.rows === undefined ? [] : [usualRow(source.rows.fields)];
  return [...[usual, ...others].map((fields) => ({ fields, rows: row })), null];
}

function usualRow(fields: Source['fields']): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(fields).map(([name, { type }]) => [name, USUAL[type]]));
}

/** The usual value first. */
function valuesOf(type: FieldType, rules: readonly string[], today: Day): readonly [Value, ...Value[]] {
  if (rules.length === 0) return [USUAL[type]];
  const text = rules.join('\n');
  const numbers = [...text.matchAll(/\b\d{1,9}\b/g)].map(Number);
  switch (type) {
    case 'yesNo':
      return [true, false];
    case 'number':
    case 'money':
      return [USUAL[type], ...new Set([0, ...numbers.flatMap((number) => [number - 1, number, number + 1])])];
    case 'day': {
      const away = numbers.flatMap((days) => [days, days + 1, -days, -days - 1]);
      return [USUAL.day, '', ...away.map((days) => daysAfter(today, days))];
    }
    case 'text':
      return [USUAL.text, '', ...[...text.matchAll(/"([^"]*)"/g)].map(([, said = '']) => said)];
  }
}
