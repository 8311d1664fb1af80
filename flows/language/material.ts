/** Documents a service asks for. No service asks for one yet; capture and OCR join with the step `scan`. */
import { z } from 'zod';
import { LocalText } from '#contract/language.ts';

export const MaterialId = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

export const Material = z.strictObject({
  label: LocalText,
  /** 容缺: may be brought later, within this many workdays; null = must be there now. */
  deferrableWorkdays: z.number().int().positive().nullable(),
});

export const Materials = z.record(MaterialId, Material);
export type Materials = Readonly<z.infer<typeof Materials>>;
