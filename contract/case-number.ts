/** The number a case is known by: given by the kiosk, offline, `station-date-sequence-check`. */
import { z } from 'zod';
import type { Day, StationId } from './ids.ts';

const PATTERN = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)-(\d{8})-(\d{4,})-([0-9A-Z])$/;
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** ISO/IEC 7064 MOD 37,36 over the letters and digits of `text` (case folded, everything else skipped). */
export function checkCharacter(text: string): string {
  let product = 36;
  for (const character of text.toUpperCase()) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) continue;
    const sum = (product + value) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ALPHABET.charAt((37 - product) % 36);
}

export const CaseNumber = z
  .string()
  .max(100)
  .refine((text) => {
    const parts = PATTERN.exec(text);
    return parts !== null && checkCharacter(text.slice(0, -2)) === parts[4];
  }, 'not a case number, or one character of it is wrong')
  .brand('CaseNumber');
export type CaseNumber = z.infer<typeof CaseNumber>;

/** `sequence` starts at 1 each day at each station. */
export function makeCaseNumber(station: StationId, day: Day, sequence: number): CaseNumber {
  const body = `${station}-${day.replaceAll('-', '')}-${String(sequence).padStart(4, '0')}`;
  return CaseNumber.parse(`${body}-${checkCharacter(body)}`);
}
