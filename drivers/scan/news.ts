/** What comes from any scanner, whatever it hangs on; a code is data, and nobody here looks into it. */
import type { Scan } from '#contract/devices/barcode-reader.ts';
import { symbologyOf } from './aim.ts';
import { textOf } from './scan-text.ts';

export const LONGEST_CODE = 8_192;

/** Why what came is no code: it ended in the middle, is too long, or isn't dressed as kiosk.yaml says. */
export type Damage = 'unfinished' | 'noSuffix' | 'tooLong' | 'noPrefix' | 'noAimId' | 'severalLines' | 'miscounted';

export interface Code {
  readonly bytes: Uint8Array;
  readonly aimId: string | null;
}

/** Each code begins, and then comes whole or damaged. */
export type ScanNews =
  | { readonly kind: 'begun' }
  | { readonly kind: 'code'; readonly code: Code }
  | { readonly kind: 'damaged'; readonly why: Damage };

export function scanOf({ bytes, aimId }: Code): Scan {
  return {
    symbology: symbologyOf(aimId),
    aimId,
    bytes: Buffer.from(bytes).toString('base64'),
    text: textOf(bytes),
  };
}
