/** The AIM identifier that a scanner puts in front of a code, ISO/IEC 15424: `]`, a letter for the family, a modifier. */
import type { Scan } from '#contract/devices/barcode-reader.ts';

const FAMILIES: Readonly<Record<string, Scan['symbology']>> = {
  A: 'code39',
  C: 'code128',
  E: 'ean',
  F: 'codabar',
  I: 'itf',
  L: 'pdf417',
  Q: 'qr',
  d: 'dataMatrix',
  z: 'aztec',
};
export const AIM_BYTES = 3;

/** The three bytes as text; null when they are no identifier. */
export function readAimId(bytes: Uint8Array): string | null {
  const text = String.fromCharCode(...bytes.subarray(0, AIM_BYTES));
  return /^\][A-Za-z][0-9A-Za-z]$/.test(text) ? text : null;
}

export function symbologyOf(aimId: string | null): Scan['symbology'] {
  return aimId === null ? 'unknown' : (FAMILIES[aimId.charAt(1)] ?? 'other');
}
