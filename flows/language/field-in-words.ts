/** A field that came from elsewhere as people read it. */
import type { FoundFields } from '#contract/found.ts';
import type { LocalText } from '#contract/language.ts';
import { dayInWords } from './day-in-words.ts';
import type { SourceField } from './source.ts';
import { yuan } from './yuan.ts';

const YES: LocalText = { 'zh-CN': '是', en: 'Yes' };
const NO: LocalText = { 'zh-CN': '否', en: 'No' };

/** What isn't there, or is another thing than the field says, is given as it came. */
export function fieldInWords(
  { type, words = {}, unit, reads }: Pick<SourceField, 'type' | 'words' | 'unit' | 'reads'>,
  value: FoundFields[string] | undefined,
): LocalText {
  const asCame = { 'zh-CN': String(value ?? ''), en: String(value ?? '') };
  switch (type) {
    case 'money':
      return typeof value === 'number' ? moneyInWords(value) : asCame;
    case 'day':
      return dayInEveryLanguage(asCame['zh-CN']);
    case 'yesNo':
      return value === true ? YES : NO;
    case 'text':
      if (reads === 'month') return dayInEveryLanguage(asCame['zh-CN']);
      return (Object.hasOwn(words, asCame.en) ? words[asCame.en] : undefined) ?? asCame;
    case 'number':
      return typeof value === 'number' && unit !== undefined ? counted(value, unit) : asCame;
  }
}

function dayInEveryLanguage(day: string): LocalText {
  return { 'zh-CN': dayInWords(day, 'zh-CN'), en: dayInWords(day, 'en') };
}

function counted(count: number, { one, ...many }: NonNullable<SourceField['unit']>): LocalText {
  return { 'zh-CN': `${count}${many['zh-CN']}`, en: `${count} ${count === 1 ? (one ?? many.en) : many.en}` };
}

/** How money reads wherever it stands by itself; `fen` is a whole number. In words: a printer on the roll has no ¥, and a voice reads it. */
export function moneyInWords(fen: number): LocalText {
  return { 'zh-CN': `${yuan(fen)}元`, en: `${yuan(fen)} yuan` };
}
