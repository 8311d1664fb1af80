/** Lights: guide lights beside the devices (XFS4IoT Lights.SetLight). */
import { z } from 'zod';

/** Where a light sits: beside which device; the names are XFS4IoT's. */
export const LightPosition = z.enum([
  'cardReader',
  'barcodeReader',
  'receiptPrinter',
  'documentPrinter',
  'notesAcceptor',
  'coinAcceptor',
  'documentCamera',
  'statusGood',
  'statusBad',
]);
export type LightPosition = z.infer<typeof LightPosition>;

export const LightState = z.strictObject({
  position: LightPosition,
  flashRate: z.enum(['off', 'slow', 'medium', 'quick', 'continuous']),
  colour: z.enum(['red', 'green', 'yellow', 'blue', 'white']),
});
export type LightState = Readonly<z.infer<typeof LightState>>;

export const lightsCommands = {
  /** Sets one light and leaves the others. A position this cabinet doesn't have is `unsupportedCommand`. */
  setLight: { payload: LightState, result: z.null() },
  allOff: { payload: z.strictObject({}), result: z.null() },
} as const;
