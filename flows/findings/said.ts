/** What a gap in a finding's words is filled with, and lists of names as each language writes them. */
import type { Language, LocalText } from '#contract/language.ts';
import { nearestWord } from '#contract/nearest-word.ts';

/** A text that is the same in both languages (a name that somebody wrote), a number, or one text for each. */
export type Said = string | number | LocalText;

/** More names than this nobody reads. */
const MOST_TOLD = 12;

export function listed(names: Iterable<string | LocalText>): LocalText {
  const all = [...names];
  const some = all.slice(0, MOST_TOLD);
  const isMore = all.length > MOST_TOLD;
  const within = (language: Language): readonly string[] =>
    some.map((name) => (typeof name === 'string' ? name : name[language]));
  return {
    'zh-CN': all.length === 0 ? '一个也没有' : `${within('zh-CN').join('、')}${isMore ? ' 等' : ''}`,
    en: all.length === 0 ? 'none' : `${within('en').join(', ')}${isMore ? ' …' : ''}`,
  };
}

/** What was probably meant by a name that is not known; where nothing is near, what there is. */
export function meantAmong(written: string, names: Iterable<string>): LocalText {
  const known = [...names];
  const meant = nearestWord(written, known);
  if (meant !== null) return { 'zh-CN': `是不是想写“${meant}”？`, en: `Did you mean "${meant}"?` };
  const all = listed(known);
  return { 'zh-CN': `可以写的有：${all['zh-CN']}。`, en: `There are: ${all.en}.` };
}
