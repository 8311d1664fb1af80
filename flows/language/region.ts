/** 跨省通办: the regions where a case taken in here may be decided, by their codes. */
import { z } from 'zod';
import { LocalText } from '#contract/language.ts';

/** As options of a question are named, since a citizen chooses one. */
export const RegionCode = z.string().regex(/^[a-z][A-Za-z0-9-]*$/, 'a short name such as qingqiu');
export type RegionCode = z.infer<typeof RegionCode>;

export const Region = z.strictObject({
  name: LocalText,
  /** Who decides there. */
  office: LocalText,
  phone: z.string().min(3).max(30),
  /** Workdays on top of the service's own, for the way there and back. */
  extraWorkdays: z.number().int().nonnegative().max(60),
});
export type Region = Readonly<z.infer<typeof Region>>;

export const Regions = z.record(RegionCode, Region);
export type Regions = Readonly<Record<RegionCode, Region>>;
