/** BarcodeReader: the port a flow sees, and what one scan says. A code is data, never keystrokes. */
import { z } from 'zod';

/** One scan as it was read. `bytes` is everything between prefix and suffix, at most 8 kB. */
export const Scan = z.strictObject({
  /** Family of the code from the AIM identifier; `unknown` when the scanner sends none. */
  symbology: z.enum([
    'qr',
    'code128',
    'code39',
    'ean',
    'pdf417',
    'dataMatrix',
    'aztec',
    'itf',
    'codabar',
    'other',
    'unknown',
  ]),
  /** `]cm` of ISO/IEC 15424, as sent, for example `]Q1`. */
  aimId: z.string().length(3).nullable(),
  bytes: z.base64(),
  /** The bytes as text when they are valid UTF-8 or GB18030, without control characters at either end; else null. */
  text: z.string().max(8192).nullable(),
});
export type Scan = Readonly<z.infer<typeof Scan>>;

export const barcodeReaderCommands = {
  /** Waits for one code. What was scanned before the command began is dropped: it belongs to nobody. */
  read: { payload: z.strictObject({}), result: Scan },
} as const;

/** Events while `read` runs: the first bytes of a code came (the rest may take a moment). */
export const BarcodeReaderEvent = z.enum(['scanBegun']);
export type BarcodeReaderEvent = z.infer<typeof BarcodeReaderEvent>;
