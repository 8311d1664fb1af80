/** What views are put together from: buttons, facts, cards, a part of a picture. */
import { z } from 'zod';
import { ServiceId } from '../ids.ts';
import { SignaturePath } from '../signature.ts';
import { Intent } from './intent.ts';

export const Button = z.strictObject({ label: z.string(), intent: Intent });
export type Button = Readonly<z.infer<typeof Button>>;

export const Fact = z.strictObject({ label: z.string(), value: z.string() });
export type Fact = Readonly<z.infer<typeof Fact>>;

/** A fact that may have been written by hand: then it is drawn in the place of the value. */
export const RowFact = Fact.extend({ signature: SignaturePath.optional() });
export type RowFact = Readonly<z.infer<typeof RowFact>>;

export const Tone = z.enum(['calm', 'attention', 'stop']);
export type Tone = z.infer<typeof Tone>;

/** One badge in words: finishable now here / taken in now / not here. */
export const Badge = z.strictObject({ tone: Tone, text: z.string() });

export const ServiceCard = z.strictObject({
  service: ServiceId,
  title: z.string(),
  summary: z.string(),
  facts: z.array(Fact),
  badge: Badge,
});

/** A part of a page's picture; all in shares of its width and height. */
export const Crop = z.strictObject({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().min(0).max(1),
  height: z.number().min(0).max(1),
});
export type Crop = Readonly<z.infer<typeof Crop>>;
