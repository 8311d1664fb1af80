/** The machine the renderer draws on, as the station profile measures it. */
import { z } from 'zod';

/** The machine the renderer draws on; all sizes are computed from it. Source: the station profile. */
export const MachineProfile = z.strictObject({
  widthPx: z.number().int().positive(),
  heightPx: z.number().int().positive(),
  widthMm: z.number().positive(),
  heightMm: z.number().positive(),
  /** From the floor to the lower edge of the picture. */
  lowerEdgeMm: z.number().nonnegative(),
  viewingDistanceMm: z.number().positive(),
});
export type MachineProfile = Readonly<z.infer<typeof MachineProfile>>;
