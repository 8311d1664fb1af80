/** The language of the page, and everything in it. */
import { createContext, use } from 'react';
import { Language } from '#contract/language.ts';
import { en } from './en.ts';
import type { Texts } from './texts.ts';
import { zhCN } from './zh-cn.ts';

export interface Words {
  readonly language: Language;
  readonly texts: Texts;
}

const ALL: Readonly<Record<Language, Texts>> = { 'zh-CN': zhCN, en };
const KEPT_AS = 'yeban.console.language';

export function wordsIn(language: Language): Words {
  return { language, texts: ALL[language] };
}

/** The language chosen last in this browser; Chinese first. */
export function rememberedLanguage(): Language {
  const kept = Language.safeParse(localStorage.getItem(KEPT_AS));
  return kept.success ? kept.data : 'zh-CN';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(KEPT_AS, language);
}

export const WordsContext = createContext<Words>(wordsIn('zh-CN'));

export function useWords(): Words {
  return use(WordsContext);
}
