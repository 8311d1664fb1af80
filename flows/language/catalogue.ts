/** What the hall says of itself above its services: whose hall it is, and the topics services are shown under. */
import { z } from 'zod';
import { LocalText } from '#contract/language.ts';

export const TopicId = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

export const Catalogue = z.strictObject({
  district: LocalText,
  topics: z
    .array(z.strictObject({ id: TopicId, title: LocalText }))
    .min(1)
    .max(50),
});
export type Catalogue = Readonly<z.infer<typeof Catalogue>>;
