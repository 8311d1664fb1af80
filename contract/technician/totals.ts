/** What the devices of a kiosk have done over all its starts: sums, days, and what is counted for people. */
import { z } from 'zod';
import { DeviceStatistics } from '../devices/statistics.ts';
import { Day, DeviceId } from '../ids.ts';
import { LocalText } from '../language.ts';

const Count = z.number().int().nonnegative();

/**
 * Sums of DeviceStatistics over any time. Storage counts are among `counted`, by value in fen: `deposited/500`,
 * `returned/500`, `unrecognized`, `rejected`.
 */
export const DeviceSums = DeviceStatistics.omit({ meanMs: true, p99Ms: true, storage: true });
export type DeviceSums = Readonly<z.infer<typeof DeviceSums>>;

export const DeviceTotals = z.strictObject({
  device: DeviceId,
  /** Wall time in ms since when `total` counts. */
  since: z.number(),
  total: DeviceSums,
  /** Of the last thousand questions, and when that was learnt; null before the first. */
  pace: z.strictObject({ meanMs: z.number(), p99Ms: z.number(), at: z.number() }).nullable(),
  /** The newest first; days without any activity are missing. */
  days: z.array(z.strictObject({ day: Day, sums: DeviceSums })),
});
export type DeviceTotals = Readonly<z.infer<typeof DeviceTotals>>;

/** One counter for people: sheets, notes, coins, cards, codes. */
export const Counter = z.strictObject({
  device: DeviceId,
  what: z.string(),
  label: LocalText,
  total: Count,
  today: Count,
  lastFortnight: Count,
  since: z.number(),
});
export type Counter = Readonly<z.infer<typeof Counter>>;
