/** An answer as people read it, in every language: an option's label, a number in groups. */
import type { LocalText } from '#contract/language.ts';
import type { AnswerRow, AnswerValue } from '#contract/screen/intent.ts';
import { isHandwriting, SIGNED_LATER } from '#contract/signature.ts';
import { PROMISE_BARRED, PROMISE_DECLINED } from '../language/promise-answers.ts';
import { dayInWords } from '../language/day-in-words.ts';
import { moneyInWords } from '../language/field-in-words.ts';
import type { Column, Element } from '../language/element.ts';

const BARRED: LocalText = {
  'zh-CN': '不能承诺（曾有未履行的承诺）',
  en: 'May not promise (an earlier promise was broken)',
};
const SIGNED: LocalText = { 'zh-CN': '已手写签名', en: 'Signed by hand' };
const WRITTEN: LocalText = { 'zh-CN': '已手写', en: 'Written by hand' };

/** `13812345678` with groups 3-4-4 becomes `138 1234 5678`; digits beyond the groups form one more. */
function inGroups(digits: string, groups: readonly number[]): string {
  const parts: string[] = [];
  let start = 0;
  for (const size of [...groups, digits.length]) {
    if (start < digits.length) parts.push(digits.slice(start, start + size));
    start += size;
  }
  return parts.join(' ');
}

export function answerInWords(element: Element | Column, value: AnswerValue): LocalText {
  const asGiven = { 'zh-CN': String(value), en: String(value) };
  switch (element.type) {
    case 'mobile':
    case 'code': {
      const spaced = inGroups(String(value), element.groups);
      return { 'zh-CN': spaced, en: spaced };
    }
    case 'signature':
      return value === SIGNED_LATER && element.later ? element.later : SIGNED;
    case 'handwriting':
      return isHandwriting(value) ? WRITTEN : asGiven;
    case 'promise':
      if (value === PROMISE_DECLINED) return element.decline ?? asGiven;
      return value === PROMISE_BARRED ? BARRED : SIGNED;
    case 'number':
      return { 'zh-CN': `${String(value)}${element.unit['zh-CN']}`, en: `${String(value)} ${element.unit.en}` };
    case 'money':
      return typeof value === 'number' ? moneyInWords(value) : asGiven;
    case 'date':
      return { 'zh-CN': dayInWords(String(value), 'zh-CN'), en: dayInWords(String(value), 'en') };
    case 'yesNo':
      return value === true ? element.yes : element.no;
    case 'choice':
      return element.options.find((option) => option.value === value)?.label ?? asGiven;
    case 'pick':
      return asGiven;
    case 'rows':
      return Array.isArray(value) ? listInWords(element.columns, value) : asGiven;
  }
}

const NO_ROWS: LocalText = { 'zh-CN': '没有', en: 'None' };

/** 1. 关系：父亲，收入：1200.00元；2. … */
function listInWords(columns: readonly Column[], rows: readonly AnswerRow[]): LocalText {
  if (rows.length === 0) return NO_ROWS;
  const told = rows.map((row) =>
    columns.flatMap((column) => {
      const value = row[column.id];
      return value === undefined ? [] : [{ label: column.label, shown: answerInWords(column, value) }];
    }),
  );
  const inChinese = told.map(
    (cells, index) =>
      `${index + 1}. ${cells.map(({ label, shown }) => `${label['zh-CN']}：${shown['zh-CN']}`).join('，')}`,
  );
  const inEnglish = told.map(
    (cells, index) => `${index + 1}. ${cells.map(({ label, shown }) => `${label.en}: ${shown.en}`).join(', ')}`,
  );
  return { 'zh-CN': inChinese.join('；'), en: inEnglish.join('; ') };
}
