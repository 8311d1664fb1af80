/** The languages a kiosk speaks; every citizen-facing text exists in each of them. */
import { z } from 'zod';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** One text in every language. */
export const LocalText = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });
export type LocalText = Readonly<z.infer<typeof LocalText>>;
