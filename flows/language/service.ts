/** A service as one file of release data: how it is found, what it promises, and its steps. */
import { z } from 'zod';
import { MaterialId, ServiceId } from '#contract/ids.ts';
import { LocalText } from '#contract/language.ts';
import { TopicId } from './catalogue.ts';
import { Keywords, LocalTexts } from './local-words.ts';
import { Step } from './step.ts';

export const Service = z
  .strictObject({
    id: ServiceId,
    /** Shaped like GB/T 39554.1: basic code 12 characters, implementing code 31. */
    codes: z.strictObject({
      basic: z.string().regex(/^[0-9A-Z]{12}$/, 'twelve digits or capital letters'),
      implementing: z.string().regex(/^[0-9A-Z]{31}$/, 'thirty-one digits or capital letters'),
    }),
    title: LocalText,
    summary: LocalText,
    keywords: Keywords,
    audience: z.enum(['person', 'enterprise', 'everyone']),
    topic: TopicId,
    office: LocalText,
    complaintPhone: z.string().min(3).max(30),
    conditions: LocalTexts.min(1),
    /** Both in workdays; `promised` is what this office binds itself to. */
    timeLimits: z
      .strictObject({ statutory: z.number().int().nonnegative(), promised: z.number().int().nonnegative() })
      .refine((limits) => limits.promised <= limits.statutory, 'promised more time than the law allows'),
    feeFen: z.number().int().nonnegative(),
    /** How long the steps take a citizen here. */
    minutes: z.number().int().positive(),
    materials: z.array(MaterialId).max(20),
    result: z.strictObject({ name: LocalText, delivery: LocalTexts.min(1) }),
    legalBasis: z
      .array(z.strictObject({ title: LocalText, invented: z.boolean() }))
      .min(1)
      .max(20),
    /** What happens after submission, in order; on the receipt and on its screen. */
    nextSteps: LocalTexts.min(1),
    offered: z.boolean(),
    /** Why it isn't offered; only and always with `offered: false`. */
    reason: LocalText.optional(),
    steps: z.array(Step).max(60),
  })
  .refine((service) => service.offered === (service.reason === undefined), {
    path: ['reason'],
    error: 'a service has a reason exactly when it is not offered',
  });
export type Service = Readonly<z.infer<typeof Service>>;

/** Something is submitted and decided; a service without a case is over when it has been looked at. */
export function makesCase(service: Service): boolean {
  return service.steps.some((step) => step.kind === 'submit');
}
