/** An answer as people read it, in every language: an option's label, a number in groups. */
import type { LocalText } from '#contract/language.ts';
import type { AnswerValue } from '#contract/screen/intent.ts';
import { isHandwriting, SIGNED_LATER } from '#contract/signature.ts';
import { PROMISE_BARRED, PROMISE_DECLINED } from '../language/promise-answers.ts';
import { dayInWords } from '../language/day-in-words.ts';
import { moneyInWords } from '../language/field-in-words.ts';
import type { Element } from '../language/element.ts';

const BARRED: LocalText = {
  'zh-CN': '不能承诺（曾有未履行的承诺）',
  en: 'May not promise (an earlier promise was broken)',
};
const SIGNED: LocalText = { 'zh-CN': '已手写签名', en: 'Signed by hand' };
const WRITTEN: LocalText = { 'zh-CN': '已手写', en: 'Written by hand' };

/** `13812345678` with groups 3-4-4 becomes `138 1234 5678`; digits beyond the groups form one more. */
export function inGroups(digits: string, groups: readonly number[]): string {
  const parts: string[] = [];
  let start = 0;
  for (const size of [...groups, digits.length]) {
    if (start < digits.length) parts.push(digits.slice(start, start + size));
    start += size;
  }
  return parts.join(' ');
}

export function answerInWords(element: Element, value: AnswerValue): LocalText {
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
    case 'rows':
      return asGiven;
  }
}
