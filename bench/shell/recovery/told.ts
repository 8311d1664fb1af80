/** What a kiosk under the knife tells its parent, one JSON line each. */
import { z } from 'zod';

export const Told = z.strictObject({
  /** A revision is on the glass; a device is ready; a device host was started, with its process id. */
  what: z.enum(['painted', 'online', 'deviceHost']),
  of: z.union([z.string(), z.number()]),
  /** Wall time in ms with fractions. */
  at: z.number(),
});
export type Told = Readonly<z.infer<typeof Told>>;
