/** What a device has done since its driver was opened; counted by the service and the link, the same for every model. */
import { z } from 'zod';
import { StorageCounts } from './cash-acceptor.ts';

const Count = z.number().int().nonnegative();

export const DeviceStatistics = z.strictObject({
  commands: Count,
  /** Commands that ended in a fault other than the caller's own cancel or the citizen's absence. */
  faults: Count,
  /** Questions on the wire, and how many of them had to be repeated. */
  questions: Count,
  retries: Count,
  /** Frames that arrived damaged. */
  damagedFrames: Count,
  reconnects: Count,
  /** Of one question and its reply, in ms; null before the first. */
  meanMs: z.number().nullable(),
  p99Ms: z.number().nullable(),
  /** What this class counts besides: sheets, notes, cards. */
  counted: z.record(z.string(), Count),
  /** Of devices that take money. */
  storage: StorageCounts.optional(),
});
export type DeviceStatistics = Readonly<z.infer<typeof DeviceStatistics>>;
