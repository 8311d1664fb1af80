/** The machine under a kiosk and what runs on it. */
import { z } from 'zod';

export const MachineReport = z.strictObject({
  versions: z.strictObject({
    yeban: z.string(),
    node: z.string(),
    electron: z.string().nullable(),
    system: z.string(),
  }),
  /** Of the disk that the store is on. */
  disk: z.strictObject({ freeBytes: z.number(), totalBytes: z.number() }),
  memory: z.strictObject({ freeBytes: z.number(), totalBytes: z.number(), kioskBytes: z.number() }),
  /** How long the machine runs already. */
  uptimeMs: z.number(),
  deviceHost: z.strictObject({ pid: z.number().int(), startedAt: z.number(), starts: z.number().int() }),
});
export type MachineReport = Readonly<z.infer<typeof MachineReport>>;
