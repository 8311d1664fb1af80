/** A kept answer as people read it; what was picked from a lookup by the name that was on its card. */
import type { LocalText } from '#contract/language.ts';
import type { AnswerValue } from '#contract/screen/intent.ts';
import type { Element } from '../language/element.ts';
import { fieldInWords } from '../language/field-in-words.ts';
import type { Sources } from '../language/source.ts';
import { answerInWords } from './answer-in-words.ts';
import type { PlanContext } from './plan-context.ts';

export function answerShown(
  element: Element,
  value: AnswerValue,
  { data }: Pick<PlanContext, 'data'>,
  sources: Sources,
): LocalText {
  if (element.type !== 'pick') return answerInWords(element, value);
  const key = sources[element.source]?.rows?.key;
  const rows = data[element.source]?.found?.rows ?? [];
  const row = key === undefined ? undefined : rows.find((each) => String(each[key]) === value);
  const field = sources[element.source]?.rows?.fields[element.title];
  const named = row?.[element.title];
  if (field === undefined || named === undefined) return { 'zh-CN': String(value), en: String(value) };
  return fieldInWords(field, named);
}
