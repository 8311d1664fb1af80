/** The number a case is known by: given by the kiosk, offline, `station-date-sequence-check`. */
import { z } from 'zod';
import type { Day, StationId } from './ids.ts';

const PATTERN = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)-(\d{8})-(\d{4,})-(\d{2})$/;
const CHARACTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * ISO/IEC 7064 MOD 97-10, two digits: on paper and through a telephone a digit is never taken for a letter. A letter
 * counts by its place after the digits (a = 10), and hyphens don't count. Every single wrong character and every pair
 * that changed places is noticed.
 */
export function checkDigits(text: string): string {
  let remainder = 0;
  for (const character of text) {
    const value = CHARACTERS.indexOf(character);
    if (value >= 0) remainder = (remainder * 10 + value) % 97;
  }
  return String(98 - ((remainder * 100) % 97)).padStart(2, '0');
}

export const CaseNumber = z
  .string()
  .max(100)
  .refine((text) => {
    const parts = PATTERN.exec(text);
    return parts !== null && checkDigits(text.slice(0, -3)) === parts[4];
  }, 'not a case number, or a character of it is wrong')
  .brand('CaseNumber');
export type CaseNumber = z.infer<typeof CaseNumber>;

/** `sequence` starts at 1 each day at each station. */
export function makeCaseNumber(station: StationId, day: Day, sequence: number): CaseNumber {
  const body = `${station}-${day.replaceAll('-', '')}-${String(sequence).padStart(4, '0')}`;
  return CaseNumber.parse(`${body}-${checkDigits(body)}`);
}
