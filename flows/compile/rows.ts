/** A list filled in row by row: where in it the citizen is, and what each touch means there. Plain data, one list inside a row at most. */
import type { ElementId } from '#contract/ids.ts';
import { ok, type Result } from '#contract/result.ts';
import type { AnswerRow, AnswerValue } from '#contract/screen/intent.ts';
import type { Column, Element } from '../language/element.ts';
import type { RuleFault } from '../language/rules.ts';
import { isColumnWanted, isGoodAnswer } from './answers.ts';
import { givenValue } from './given-value.ts';
import type { FilledRow, PlanContext } from './plan-context.ts';
import type { PlanEvent } from './plan-events.ts';
import type { PlanParts } from './plan-setup.ts';

export type RowsList = Extract<Element | Column, { type: 'rows' }>;
export type PlainColumn = Exclude<Column, { type: 'rows' }>;

/** On a list's own page, or at one question of a row, the `number`th from 1. `filled`: the rows that are open, the innermost last. */
export type RowsPlace = { readonly filled: readonly FilledRow[] } & (
  | { readonly kind: 'list'; readonly id: ElementId; readonly list: RowsList; readonly rows: readonly AnswerRow[] }
  | {
      readonly kind: 'column';
      readonly list: RowsList;
      readonly column: PlainColumn;
      readonly row: AnswerRow;
      readonly number: number;
    }
);

/** What a touch changes; `leave`: the list is done. */
export interface RowsMove {
  readonly leave: boolean;
  readonly change: Partial<PlanContext>;
}

type Moved = Result<RowsMove | null, RuleFault>;
const NOTHING: Moved = ok(null);

export function placeInRows(id: ElementId, list: RowsList, context: PlanContext): RowsPlace {
  const filled = context.filling?.element === id ? context.filling.rows : [];
  let place: RowsPlace = { kind: 'list', id, list, rows: rowsOf(context.answers[id]), filled };
  for (const { row, index, column: name } of filled) {
    const within: RowsList = place.list;
    const before: number = place.kind === 'list' ? place.rows.length : 0;
    const column: Column | undefined = within.columns.find((each) => each.id === name);
    if (column === undefined) throw new RangeError(`a list without the column ${name}`);
    place =
      column.type === 'rows'
        ? { kind: 'list', id: column.id, list: column, rows: rowsOf(row[column.id]), filled }
        : { kind: 'column', list: within, column, row, number: (index ?? before) + 1, filled };
  }
  return place;
}

function rowsOf(value: AnswerValue | AnswerRow[ElementId] | undefined): readonly AnswerRow[] {
  return Array.isArray(value) ? value : [];
}

/** Null when the event means nothing here. */
export function moveInRows(
  { elements, rules }: Pick<PlanParts, 'elements' | 'rules'>,
  id: ElementId,
  { context, event }: { readonly context: PlanContext; readonly event: PlanEvent },
): Moved {
  const element = elements[id];
  if (element?.type !== 'rows') return NOTHING;
  const place = placeInRows(id, element, context);
  const { filled } = place;
  const top = filled.at(-1);

  const at = (rows: readonly FilledRow[], more: Partial<PlanContext> = {}): Moved =>
    ok({
      leave: false,
      change: { refused: null, filling: rows.length === 0 ? null : { element: id, rows: [...rows] }, ...more },
    });
  const refuse = (refused: ElementId, value: AnswerValue | null): Moved =>
    ok({ leave: false, change: { refused: { element: refused, value } } });
  /** The rows of the list below `open`, which lies in the element itself or in the row that is open. */
  const withRows = (open: readonly FilledRow[], list: ElementId, rows: readonly AnswerRow[]): Moved => {
    const around = open.at(-1);
    if (around === undefined) return at([], { answers: { ...context.answers, [id]: [...rows] } });
    return at([...open.slice(0, -1), { ...around, row: { ...around.row, [list]: rows } as AnswerRow }]);
  };
  const wanted = (columns: readonly Column[], row: AnswerRow) => wantedColumns(columns, row, rules, context);
  const openRow = (list: RowsList, row: AnswerRow, index: number | null): Moved => {
    const columns = wanted(list.columns, row);
    if (!columns.ok) return columns;
    const [first] = columns.value.ids;
    return first === undefined ? NOTHING : at([...filled, { row, index, column: first }]);
  };
  /** To the next question of the innermost row, or with the whole row to its list. */
  const goOn = (open: FilledRow, outer: readonly FilledRow[]): Moved => {
    const { id: name, list, rows } = listAround(id, element, context, outer);
    const columns = wanted(list.columns, open.row);
    if (!columns.ok) return columns;
    const next = columns.value.ids[columns.value.ids.indexOf(open.column) + 1];
    if (next !== undefined) return at([...outer, { ...open, column: next }]);
    const whole = columns.value.row;
    return withRows(outer, name, open.index === null ? [...rows, whole] : rows.with(open.index, whole));
  };
  const goBack = (open: FilledRow, outer: readonly FilledRow[]): Moved => {
    const columns = wanted(listAround(id, element, context, outer).list.columns, open.row);
    if (!columns.ok) return columns;
    const before = columns.value.ids[columns.value.ids.indexOf(open.column) - 1];
    // Back out of its first question, a row that isn't whole is dropped, and one that was there stays as it was.
    return at(before === undefined ? outer : [...outer, { ...open, column: before }]);
  };

  /** All rows given at once. */
  const wholeList = (value: AnswerValue): Moved => {
    const good = isGoodAnswer(element, value, rules, context);
    if (!good.ok) return good;
    return good.value ? at([], { answers: { ...context.answers, [id]: value } }) : refuse(id, null);
  };

  switch (event.type) {
    case 'addRow':
      if (place.kind !== 'list' || event.element !== place.id || place.rows.length >= place.list.max) return NOTHING;
      return openRow(place.list, {}, null);
    case 'editRow':
    case 'removeRow': {
      if (place.kind !== 'list' || event.element !== place.id) return NOTHING;
      const row = place.rows[event.index];
      if (row === undefined) return NOTHING;
      return event.type === 'editRow'
        ? openRow(place.list, row, event.index)
        : withRows(filled, place.id, place.rows.toSpliced(event.index, 1));
    }
    case 'answer': {
      if (event.element === id && top === undefined) return wholeList(event.value);
      if (place.kind !== 'column' || top === undefined || event.element !== place.column.id) return NOTHING;
      const value = givenValue(place.column, event.value);
      const good = isGoodAnswer(place.column, value, rules, context, place.row);
      if (!good.ok) return good;
      if (!good.value) return refuse(place.column.id, event.value);
      return withAnswer(top, filled.slice(0, -1), place.column.id, value, at);
    }
    case 'next': {
      if (place.kind === 'column') {
        if (context.refused?.element === place.column.id) return ok({ leave: false, change: {} });
        const value = place.row[place.column.id];
        const good = value === undefined ? ok(false) : isGoodAnswer(place.column, value, rules, context, place.row);
        if (!good.ok) return good;
        return good.value && top !== undefined ? goOn(top, filled.slice(0, -1)) : refuse(place.column.id, null);
      }
      const good = isGoodAnswer(place.list, [...place.rows], rules, context);
      if (!good.ok) return good;
      if (!good.value) return refuse(place.id, null);
      if (top !== undefined)
        return goOn({ ...top, row: { ...top.row, [place.id]: place.rows } as AnswerRow }, filled.slice(0, -1));
      const answers = { ...context.answers, [id]: [...place.rows] };
      return ok({ leave: true, change: { answers, refused: null, filling: null } });
    }
    case 'back':
      return top === undefined ? NOTHING : goBack(top, filled.slice(0, -1));
    default:
      return NOTHING;
  }
}

function withAnswer(
  open: FilledRow,
  outer: readonly FilledRow[],
  column: ElementId,
  value: AnswerValue,
  at: (rows: readonly FilledRow[]) => Moved,
): Moved {
  // A column's value is no list of lists: its element says so.
  return at([...outer, { ...open, row: { ...open.row, [column]: value } as AnswerRow }]);
}

/** The list in which the row below `outer` stands. */
function listAround(id: ElementId, element: RowsList, context: PlanContext, outer: readonly FilledRow[]) {
  const place = placeInRows(id, element, { ...context, filling: { element: id, rows: [...outer] } });
  if (place.kind !== 'list') throw new RangeError('a row that stands in no list');
  return place;
}

/**
 * The columns this row wants, up to the first that has no good value; and the row with the values of those alone. What a
 * column that is no longer wanted said is not heard by the conditions of the next.
 */
function wantedColumns(
  columns: readonly Column[],
  row: AnswerRow,
  rules: PlanParts['rules'],
  context: PlanContext,
): Result<{ readonly ids: readonly ElementId[]; readonly row: AnswerRow }, RuleFault> {
  const ids: ElementId[] = [];
  let whole: AnswerRow = {};
  for (const column of columns) {
    const isWanted = isColumnWanted(column, whole, rules, context);
    if (!isWanted.ok) return isWanted;
    if (!isWanted.value) continue;
    ids.push(column.id);
    const value = row[column.id];
    const good = value === undefined ? ok(false) : isGoodAnswer(column, value, rules, context, whole);
    if (!good.ok) return good;
    if (value === undefined || !good.value) break;
    whole = { ...whole, [column.id]: value };
  }
  return ok({ ids, row: whole });
}
