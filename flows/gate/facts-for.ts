/** Facts to try a rule with: on both sides of every number and day, with and without every text that it names. */
import { daysAfter } from '../language/calendar.ts';
import type { FactFields, FactType, FactTypes, FactValue, FieldTypes, RuleFacts } from '../language/rule-facts.ts';

/** A step through all combinations that comes to every one of them: it has no factor in common with their number. */
const STRIDE = 1_000_003;

/** What `today` may be: no kiosk has a day that is none. */
const DAYS = ['2026-06-15', '2024-02-29', '2026-12-31'];
/** Leap days, ends of months, a day that is none, letters beyond the 16th bit. */
const TEXTS = ['2008-02-29', '1966-01-31', '', '2026-02-30', '\u{2A700}某', '990901199001010004'];
const WHOLES = [0, 1, -1, 18, 60, 1_000_000, Number.MAX_SAFE_INTEGER];

/** At most `most` of all combinations, evenly spread; the same every time. The first knows nothing but the day. */
export function factsFor(expression: string, names: readonly string[], types: FactTypes, most: number): RuleFacts[] {
  const domains = names.map((name) => [name, valuesOf(types[name], expression)] as const);
  const all = domains.reduce((product, [, values]) => product * values.length, 1);
  const count = Math.min(all, most);
  const made: RuleFacts[] = [{ today: DAYS[0] ?? '' }];
  for (let index = 0; index < count; index++) {
    let rest = count === all ? index : (index * STRIDE) % all;
    const facts: Record<string, RuleFacts[string]> = { today: DAYS[index % DAYS.length] ?? '' };
    for (const [name, values] of domains) {
      const value = values[rest % values.length];
      if (value !== undefined) facts[name] = value;
      rest = Math.floor(rest / values.length);
    }
    made.push(facts);
  }
  return made;
}

function valuesOf(type: FactTypes[string] | undefined, expression: string): readonly RuleFacts[string][] {
  if (type === undefined) return [];
  if (typeof type === 'string') return scalars(type, expression);
  return 'rows' in type ? lists(type.rows, expression) : things(type.fields, expression, 0);
}

function scalars(type: FactType, expression: string): readonly FactValue[] {
  switch (type) {
    case 'bool':
      return [false, true];
    case 'int': {
      const named = (expression.match(/\d{1,15}/g) ?? []).map(Number);
      return [...new Set([...named.flatMap((number) => [number - 1, number, number + 1]), ...WHOLES])];
    }
    case 'string': {
      const named = [...expression.matchAll(/"([^"\\]*)"|'([^'\\]*)'/g)].map(([, one, other]) => one ?? other ?? '');
      const days = named.filter((text) => /^\d{4}-\d{2}-\d{2}$/.test(text));
      return [...new Set([...named, ...days.flatMap(around), ...TEXTS])];
    }
  }
}

function around(day: string): readonly string[] {
  try {
    return [daysAfter(day, -1), daysAfter(day, 1)];
  } catch {
    return [];
  }
}

/** As many as the longest list of values of a field, each field turned on by another step; `from`: where to begin. */
function things(fields: FieldTypes, expression: string, from: number): readonly FactFields[] {
  const domains = Object.entries(fields).map(([field, type]) => [field, fieldValues(type, expression)] as const);
  const most = Math.max(1, ...domains.map(([, values]) => values.length));
  return Array.from({ length: most }, (_, index) =>
    Object.fromEntries(
      domains.map(([field, values], place) => [field, values[(index + from + place * index) % values.length] ?? '']),
    ),
  );
}

function fieldValues(type: FieldTypes[string], expression: string): readonly FactValue[] {
  return typeof type === 'string' ? scalars(type, expression) : lists(type.rows, expression);
}

/** No row, one, and several. */
function lists(fields: FieldTypes, expression: string): readonly (readonly FactFields[])[] {
  const rows = things(fields, expression, 1);
  return [[], ...rows.map((row) => [row]), rows.slice(0, 2), rows.slice(0, 5)];
}
