/** Which language the person at the terminal reads, and saying a text in it. */
import type { Language, LocalText } from '#contract/language.ts';
import { readsChinese } from './reads-chinese.mjs';

export type Say = (text: LocalText) => string;

/** English unless it is Chinese. */
export function readerLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  return readsChinese(environment) ? 'zh-CN' : 'en';
}

export function sayTo(language: Language): Say {
  return (text) => text[language];
}

export function words(chinese: string, english: string): LocalText {
  return { 'zh-CN': chinese, en: english };
}
