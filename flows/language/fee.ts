/** The fee table: what anything costs stands here and nowhere else. */
import { z } from 'zod';
import { LocalText } from '#contract/language.ts';

export const FeeId = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
export type FeeId = z.infer<typeof FeeId>;

export const Fee = z.strictObject({
  label: LocalText,
  amountFen: z.number().int().positive(),
  /** What one of it is, for example 份. */
  unit: LocalText,
  basis: LocalText,
  /** Where it is paid. */
  paid: z.enum(['here', 'atPickUp']),
});
export type Fee = Readonly<z.infer<typeof Fee>>;

export const Fees = z.record(FeeId, Fee);
export type Fees = Readonly<Record<FeeId, Fee>>;
