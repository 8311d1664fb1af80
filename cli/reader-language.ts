/** Which language the person at the terminal reads, and saying a text in it. */
import type { Language, LocalText } from '#contract/language.ts';

export type Say = (text: LocalText) => string;

/** As programs on Unix decide: LC_ALL, else LC_MESSAGES, else LANG. English unless it is Chinese. */
export function readerLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const wish = [LC_ALL, LC_MESSAGES, LANG].find((each) => each !== undefined && each !== '');
  return wish?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

export function sayTo(language: Language): Say {
  return (text) => text[language];
}

export function words(chinese: string, english: string): LocalText {
  return { 'zh-CN': chinese, en: english };
}
