/** One row of a list in words for the screen: numbers masked, what was written by hand to be drawn. */
import type { AnswerRow } from '#contract/screen/intent.ts';
import type { RowFact } from '#contract/screen/parts.ts';
import { isHandwriting } from '#contract/signature.ts';
import { answerInWords } from '../../compile/answer-in-words.ts';
import type { Column } from '../../language/element.ts';
import { maskCode, maskPhone } from '../../language/masks.ts';
import type { Scene } from './scene.ts';

export function cellsOf({ say }: Scene, columns: readonly Column[], row: AnswerRow): RowFact[] {
  return columns.flatMap((column): RowFact[] => {
    const value = row[column.id];
    if (value === undefined) return [];
    const label = say(column.label);
    if (column.type === 'mobile') return [{ label, value: maskPhone(String(value)) }];
    if (column.type === 'code') return [{ label, value: maskCode(String(value)) }];
    const shown = { label, value: say(answerInWords(column, value)) };
    return [typeof value === 'string' && isHandwriting(value) ? { ...shown, signature: value } : shown];
  });
}
