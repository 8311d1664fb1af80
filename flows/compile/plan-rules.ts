/** A release's rules, asked about a running plan: what is known of the citizen is put into the words that rules use. */
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import type { Found } from '#contract/found.ts';
import { isSignature } from '#contract/signature.ts';
import type { AnswerRow, AnswerValue } from '#contract/screen/intent.ts';
import type { SourceId } from '#contract/ids.ts';
import type { Result } from '#contract/result.ts';
import type { Column, Element, Elements } from '../language/element.ts';
import { PROMISE_SIGNED } from '../language/promise-answers.ts';
import { CARD_FIELDS, type FactFields, type FactType, type FactValue, type RuleFacts } from '../language/rule-facts.ts';
import type { RuleFault, Rules } from '../language/rules.ts';
import { factTypeOf, type Source } from '../language/source.ts';
import type { Content } from '../release/content.ts';
import { rulesFor } from '../release/rules-for.ts';
import type { PlanContext } from './plan-context.ts';

export interface PlanRules {
  /** `row`: the row of a list that is being filled in, for the conditions of its columns. */
  holds(expression: string, context: PlanContext, row?: AnswerRow): Result<boolean, RuleFault>;
  text(expression: string, context: PlanContext, row?: AnswerRow): Result<string, RuleFault>;
  whole(expression: string, context: PlanContext, row?: AnswerRow): Result<number, RuleFault>;
  /** The keys of the rows that a lookup brought; empty before it did. */
  keysOf(source: SourceId, context: PlanContext): readonly string[];
}

/** What is known while a context stands: contexts are never changed, only followed by others. */
interface Kept {
  readonly facts: RuleFacts;
  readonly held: Map<string, Result<boolean, RuleFault>>;
}

type AskedOf = Pick<Content, 'elements' | 'sources'>;

export function planRules(content: Content): PlanRules {
  const rules: Rules = rulesFor(content);
  // A transition asks the same of one context several times. What is kept goes with its context.
  const kept = new WeakMap<PlanContext, Kept>();
  const keptOf = (context: PlanContext): Kept => {
    const known = kept.get(context) ?? { facts: factsOf(context, content), held: new Map() };
    kept.set(context, known);
    return known;
  };
  const facts = (context: PlanContext, row: AnswerRow | undefined): RuleFacts =>
    row === undefined ? keptOf(context).facts : factsOf(context, content, row);
  return {
    holds(expression, context, row) {
      if (row !== undefined) return rules.holds(expression, facts(context, row));
      const { facts: known, held } = keptOf(context);
      const answer = held.get(expression) ?? rules.holds(expression, known);
      held.set(expression, answer);
      return answer;
    },
    text: (expression, context, row) => rules.text(expression, facts(context, row)),
    whole: (expression, context, row) => rules.whole(expression, facts(context, row)),
    keysOf(id, context) {
      const key = content.sources[id]?.rows?.key;
      return key === undefined ? [] : (context.data[id]?.found?.rows ?? []).map((row) => String(row[key]));
    },
  };
}

export function factsOf(context: PlanContext, { elements, sources }: AskedOf, row?: AnswerRow): RuleFacts {
  const { today, card, partner } = context;
  const answers = Object.entries(context.answers).flatMap(([id, value]): [string, FactValue][] => {
    const element = elements[id as keyof Elements];
    return element === undefined ? [] : [[id, answerFact(element, value)]];
  });
  const data = Object.entries(context.data).flatMap(([id, { found }]): [string, FactFields][] => {
    const source = sources[id as keyof AskedOf['sources']];
    return source === undefined ? [] : [[id, sourceFacts(source, found)]];
  });
  return {
    ...Object.fromEntries(answers),
    ...row,
    ...Object.fromEntries(data),
    ...(card === null ? {} : { card: cardFacts(card) }),
    ...(partner === null ? {} : { partner: cardFacts(partner) }),
    today,
  };
}

/** `null` and missing fields are empty text: rules ask about presence by comparing with "". */
function cardFacts(card: IdentityCard): Readonly<Record<string, string>> {
  const fields = Object.keys(CARD_FIELDS) as (keyof typeof CARD_FIELDS)[];
  return Object.fromEntries(fields.map((field) => [field, card[field] ?? '']));
}

function answerFact(element: Element | Column, value: AnswerValue): FactValue {
  if (element.type === 'promise') return isSignature(value) ? PROMISE_SIGNED : String(value);
  if (element.type === 'rows') return Array.isArray(value) ? value.map((row) => rowFacts(element.columns, row)) : [];
  return Array.isArray(value) ? '' : value;
}

/** Every column is there, so that one row can be asked like another: empty where it wasn't asked for. */
function rowFacts(columns: readonly Column[], row: AnswerRow): FactFields {
  return Object.fromEntries(
    columns.map((column) => {
      const value = row[column.id];
      return [column.id, value === undefined ? emptyOf(column) : answerFact(column, value)];
    }),
  );
}

function emptyOf(column: Column): FactValue {
  if (column.type === 'rows') return [];
  if (column.type === 'yesNo') return false;
  return column.type === 'number' || column.type === 'money' ? 0 : '';
}

const EMPTY = { string: '', int: 0, bool: false } as const satisfies Record<FactType, FactValue>;

/** `found` says whether there was anything; where there was nothing every field is empty. */
function sourceFacts({ fields }: Source, found: Found | null): FactFields {
  const values = Object.entries(fields).map(([name, { type }]): [string, FactValue] => [
    name,
    found?.fields[name] ?? EMPTY[factTypeOf(type)],
  ]);
  return { ...Object.fromEntries(values), found: found !== null, rows: found?.rows.length ?? 0 };
}
