/** Which language a line is in, for screens that speak two at once: letters and the voice follow it. */
import type { Language } from '#contract/language.ts';

/** A line without any Chinese character is English. */
export function languageOf(line: string): Language {
  return /\p{Script=Han}/u.test(line) ? 'zh-CN' : 'en';
}
