/** What the hall says of itself above its services: whose hall it is, and what services are shown under. */
import { z } from 'zod';
import { ServiceId } from '#contract/ids.ts';
import { LocalText } from '#contract/language.ts';

const slug = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
export const TopicId = slug;
/** A stage of life or of a business, for example 孩子出生. */
export const LifeEventId = slug;

const shelf = z
  .array(z.strictObject({ id: slug, title: LocalText }))
  .min(1)
  .max(50);

export const Catalogue = z.strictObject({
  district: LocalText,
  topics: shelf,
  lifeEvents: shelf,
  /** What others choose most, best first; the hall's manager keeps it. */
  popular: z.array(ServiceId).max(20),
  /** The service that takes down what citizens want and don't find here: shown where a search has no sure answer. */
  unmet: ServiceId.optional(),
});
export type Catalogue = Readonly<z.infer<typeof Catalogue>>;
