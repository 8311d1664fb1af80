/** A list as the citizen fills it in: its page with the rows so far, or one question of the row that is open. */
import type { ElementId } from '#contract/ids.ts';
import type { ScreenBody } from '#contract/screen.ts';
import { typedAgain } from '../../compile/given-value.ts';
import { placeInRows, type RowsPlace } from '../../compile/rows.ts';
import { isDrawn } from '../../language/element.ts';
import { contextOf } from '../visit.ts';
import { lentNumber } from './lent-number.ts';
import { inputOf, offeredIn } from './question-input.ts';
import { cellsOf } from './row-cells.ts';
import { runningIn, type Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

type ListPlace = Extract<RowsPlace, { kind: 'list' }>;
type ColumnPlace = Extract<RowsPlace, { kind: 'column' }>;
type Row = Extract<ScreenBody, { kind: 'rows' }>['rows'][number];

export function rowsView(scene: Scene, id: ElementId): Sheet {
  const element = scene.content.elements[id];
  if (element?.type !== 'rows') throw new RangeError(`no list ${id} in this release`);
  const place = placeInRows(id, element, contextOf(runningIn(scene)));
  const sheet = place.kind === 'list' ? listSheet(scene, place) : columnSheet(scene, place);
  return { ...sheet, help: 'help.rows', primary: { label: scene.t('button.next'), intent: { kind: 'next' } } };
}

function listSheet(scene: Scene, { id, list, rows }: ListPlace): Omit<Sheet, 'help'> {
  const { t, say } = scene;
  const { refused } = contextOf(runningIn(scene));
  const what = say(list.row);
  const problem = refused?.element === id ? say(list.problem) : null;
  const shown = rows.map((row, index): Row => {
    const title = t('rows.title', { row: what, n: index + 1 });
    return {
      title,
      facts: cellsOf(scene, list.columns, row),
      edit: { label: t('button.change'), intent: { kind: 'editRow', element: id, index } },
      remove: { label: t('button.removeRow'), intent: { kind: 'removeRow', element: id, index } },
    };
  });
  const full = rows.length >= list.max;
  // Going on without any is offered only where that is taken.
  const empty = rows.length === 0 && list.min === 0 ? t('rows.empty', { row: what }) : null;
  const said = full ? t('rows.full', { max: list.max }) : empty;
  return {
    title: say(list.label),
    body: {
      kind: 'rows',
      element: id,
      question: say(list.question),
      help: say(list.help),
      rows: shown,
      add: full ? null : { label: t('button.addRow', { row: what }), intent: { kind: 'addRow', element: id } },
      said,
      problem,
    },
    spoken: [
      say(list.question),
      ...(problem === null ? [say(list.help)] : [problem]),
      t('rows.count', { count: rows.length, row: what }),
      ...(said === null ? [] : [said]),
    ],
  };
}

function columnSheet(scene: Scene, { list, column, row, number }: ColumnPlace): Omit<Sheet, 'help'> {
  const { t, say } = scene;
  const running = runningIn(scene);
  const { refused } = contextOf(running);
  const input = inputOf(scene, column, null, row);
  const badHere = refused?.element === column.id ? refused : null;
  const given = badHere?.value !== null && badHere?.value !== '';
  const wrong = 'problem' in column && (given || isDrawn(column));
  const problem = badHere === null ? null : wrong ? say(column.problem) : t('ask.nothingGiven');
  const value = row[column.id];
  const lent = lentNumber(scene, column);
  return {
    title: t('rows.title', { row: say(list.row), n: number }),
    body: {
      kind: 'ask',
      element: column.id,
      question: say(column.question),
      help: say(column.help),
      input,
      value: badHere?.value ?? (value === undefined ? null : typedAgain(column, value)),
      problem,
      ...(lent === null ? {} : { known: lent.seen }),
    },
    spoken: [
      say(column.question),
      ...(lent === null ? [] : [lent.heard]),
      ...(problem === null ? [say(column.help)] : [problem]),
      ...offeredIn(input),
    ],
  };
}
