/** The rules of a release, made once: to know every name and check every expression takes longer than to ask a few. */
import type { Column, Elements } from '../language/element.ts';
import { answerType } from '../language/element.ts';
import { CARD_FIELDS, type FactTypes, type FieldTypes, type RowsType } from '../language/rule-facts.ts';
import { makeRules, type Rules } from '../language/rules.ts';
import { type Sources, sourceTypes } from '../language/source.ts';
import type { WorkingDays } from '../language/working-days.ts';

interface Named {
  readonly elements: Elements;
  readonly sources: Sources;
  readonly workingDays: WorkingDays;
}

const made = new WeakMap<Named, Rules>();

export function rulesFor(content: Named): Rules {
  const known = made.get(content);
  if (known !== undefined) return known;
  const { elements, sources, workingDays } = content;
  const rules = makeRules(elements, { more: namesBesideAnswers(elements, sources), calendar: workingDays });
  made.set(content, rules);
  return rules;
}

/** The second card, what lookups bring, lists with their rows, and the columns of the row that is being filled in. */
function namesBesideAnswers(elements: Elements, sources: Sources): FactTypes {
  const brought = Object.entries(sources).map(([id, source]) => [id, { fields: sourceTypes(source) }] as const);
  const lists = Object.entries(elements).flatMap(([id, element]) =>
    element.type === 'rows' ? [[id, rowsType(element.columns)] as const] : [],
  );
  const columns = Object.values(elements).flatMap((element) => (element.type === 'rows' ? element.columns : []));
  const inRow = columns
    .flatMap((column) => (column.type === 'rows' ? column.columns : [column]))
    .flatMap((column) => Object.entries(columnTypes([column])));
  return {
    ...Object.fromEntries(inRow),
    ...Object.fromEntries([...brought, ...lists]),
    partner: { fields: CARD_FIELDS },
  };
}

function rowsType(columns: readonly Column[]): RowsType {
  return { rows: columnTypes(columns) };
}

function columnTypes(columns: readonly Column[]): FieldTypes {
  return Object.fromEntries(
    columns.map((column) => [
      column.id,
      column.type === 'rows' ? rowsType(column.columns) : (answerType(column) ?? 'string'),
    ]),
  );
}
