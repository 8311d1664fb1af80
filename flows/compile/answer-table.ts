/** A list as the case desk reads it: the columns of its element as headings, each row's answers in words below them. */
import type { AnswerTable, TableCell } from '#contract/answer-table.ts';
import type { ElementId } from '#contract/ids.ts';
import type { AnswerRow } from '#contract/screen/intent.ts';
import { isHandwriting } from '#contract/signature.ts';
import type { Column, Element } from '../language/element.ts';
import { answerInWords } from './answer-in-words.ts';

export function answerTable(columns: readonly Column[], rows: readonly AnswerRow[]): AnswerTable {
  return {
    headings: columns.map((column) => ({ column: column.id, label: column.label, masked: namesAPerson(column) })),
    rows: rows.map((row) => columns.map((column) => cellOf(column, row[column.id]))),
  };
}

/** A number under which somebody is known; the desk sees it masked at first. */
export function namesAPerson({ type, privacy }: Pick<Element | Column, 'type' | 'privacy'>): boolean {
  return type === 'code' && privacy === 'sensitive';
}

function cellOf(column: Column, value: AnswerRow[ElementId] | undefined): TableCell | null {
  if (value === undefined) return null;
  const cell: TableCell = { shown: answerInWords(column, value) };
  if (column.type === 'rows' && Array.isArray(value)) return { ...cell, inner: answerTable(column.columns, value) };
  return typeof value === 'string' && isHandwriting(value) ? { ...cell, drawn: value } : cell;
}
