/** Sentences and headings joined so that a voice pauses where a reader would. */
import type { Language } from '#contract/language.ts';

const ENDS = /[。！？；：.!?;:]$/;

export function spokenText(parts: readonly string[], language: Language): string {
  const stop = language === 'zh-CN' ? '。' : '.';
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (ENDS.test(part) ? part : part + stop))
    .join(language === 'zh-CN' ? '' : ' ');
}
