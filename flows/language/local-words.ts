/** Words for people inside release data: one text, or a list of texts, in every language. */
import { z } from 'zod';
import { LocalText } from '#contract/language.ts';

/** Several sentences or points, each complete in every language. */
export const LocalTexts = z.array(LocalText).max(20);
export type LocalTexts = z.infer<typeof LocalTexts>;

const words = z.array(z.string().min(1).max(40)).min(1).max(40);

/** Plain words a citizen would search by; the lists need not correspond. */
export const Keywords = z.strictObject({ 'zh-CN': words, en: words });
export type Keywords = Readonly<z.infer<typeof Keywords>>;
