/** What runs out in a cabinet, how much of it is left, and until when it lasts; what nobody knows is `unknown`. */
import { z } from 'zod';
import { Day, DeviceId } from '../ids.ts';
import { LocalText } from '../language.ts';

/** A device and what of it: `receipt/roll`. */
export const SupplyId = z
  .string()
  .regex(/^[a-z0-9-]{1,64}\/[a-zA-Z]{1,24}$/, { error: 'a device and a supply, for example receipt/roll' })
  .brand('SupplyId');
export type SupplyId = z.infer<typeof SupplyId>;

export const SupplyUnit = z.enum(['metre', 'sheet', 'percent', 'piece']);
export type SupplyUnit = z.infer<typeof SupplyUnit>;

/** `unknown` says why: nothing was counted yet, the device tells nothing, nobody said when it was renewed. */
export const Forecast = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lasts'), days: z.number().nonnegative(), until: Day }),
  z.strictObject({ kind: z.literal('unknown'), why: LocalText }),
]);
export type Forecast = Readonly<z.infer<typeof Forecast>>;

export const Supply = z.strictObject({
  id: SupplyId,
  device: DeviceId,
  label: LocalText,
  unit: SupplyUnit,
  /** What the device itself says, which counts more than any reckoning. */
  told: z.enum(['ok', 'nearEnd', 'out', 'unknown']),
  /** Null when nobody knows. */
  left: z.number().nonnegative().nullable(),
  /** What a new one holds; null: the device measures it itself and nobody has to say that it was renewed. */
  full: z.number().positive().nullable(),
  /** Over the last 14 days, or since counting began; null before a whole day was counted. */
  perDay: z.number().nonnegative().nullable(),
  forecast: Forecast,
  /** Wall time in ms when somebody said last that a new one was put in. */
  renewedAt: z.number().nullable(),
});
export type Supply = Readonly<z.infer<typeof Supply>>;
