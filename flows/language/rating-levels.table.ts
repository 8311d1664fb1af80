/** The five levels of 好差评 (GB/T 39735): fixed nationally, so they stand in code and no release can change them. */
import type { LocalText } from '#contract/language.ts';

export interface RatingLevel {
  readonly level: number;
  readonly label: LocalText;
}

export const RATING_LEVELS: readonly RatingLevel[] = [
  { level: 5, label: { 'zh-CN': '非常满意', en: 'Very satisfied' } },
  { level: 4, label: { 'zh-CN': '满意', en: 'Satisfied' } },
  { level: 3, label: { 'zh-CN': '基本满意', en: 'Mostly satisfied' } },
  { level: 2, label: { 'zh-CN': '不满意', en: 'Dissatisfied' } },
  { level: 1, label: { 'zh-CN': '非常不满意', en: 'Very dissatisfied' } },
];
