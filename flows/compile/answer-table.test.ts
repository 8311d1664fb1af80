/** A list as the case desk gets it: every column has its heading, every value its words, and what was not asked stays empty. */
import { expect, test } from 'vitest';
import { AnswerTable } from '#contract/answer-table.ts';
import { ElementId } from '#contract/ids.ts';
import { Column } from '../language/element.ts';
import { answerTable } from './answer-table.ts';

const id = (name: string) => ElementId.parse(name);
const words = { 'zh-CN': '词', en: 'words' };
const said = { label: words, question: words, help: words };
const yes = { 'zh-CN': '是', en: 'Yes' };
const number = {
  ...{ ...said, id: 'number', type: 'code', privacy: 'sensitive', length: 18, groups: [6, 8, 4] },
  ...{ letters: 'X', validator: 'residentIdNumber', problem: words },
};
const alone = { ...said, id: 'alone', type: 'yesNo', privacy: 'none', yes, no: { 'zh-CN': '否', en: 'No' } };
const children = {
  ...{ ...said, id: 'children', type: 'rows', privacy: 'sensitive', min: 0, max: 3 },
  ...{ row: words, problem: words, columns: [alone] },
};
const columns = [number, alone, children].map((column) => Column.parse(column));

test('headings, words, a list inside a row', () => {
  const table = answerTable(columns, [
    { [id('number')]: '990199198001010017', [id('children')]: [{ [id('alone')]: true }] },
    { [id('alone')]: false, [id('children')]: [] },
  ]);
  expect(AnswerTable.parse(table)).toEqual(table);
  expect(table.headings.map(({ column, masked }) => [column, masked])).toEqual([
    ['number', true],
    ['alone', false],
    ['children', false],
  ]);
  expect(table.rows.map((row) => row.map((cell) => cell?.shown['zh-CN']))).toEqual([
    ['990199 19800101 0017', undefined, '1. 词：是'],
    [undefined, '否', '没有'],
  ]);
  expect(table.rows[0]?.[2]?.inner?.rows).toEqual([[{ shown: yes }]]);
  expect(table.rows[1]?.[2]?.inner?.rows).toEqual([]);
});
