/** The code on a printed proof, by which anyone at a counter finds out that it is real: twelve signs, the last checks the others. */
import { z } from 'zod';

/**
 * No two of these look alike on paper or sound alike enough to be mixed up in handwriting: no 0 O D Q, 1 I L, 2 Z, 5 S, B (8 is
 * there), U (V is there). There are 23, a prime: that is why the check below misses no single mistake.
 */
export const VERIFY_SIGNS = '346789ACEFGHJKMNPRTVWXY';
const SIGNS = 12;
const GROUP = 4;

/** As it is kept: without hyphens. */
export const VerifyCode = z
  .string()
  .refine((text) => text.length === SIGNS && weighted(text) === 0, 'not a verify code, or a sign of it is wrong')
  .brand('VerifyCode');
export type VerifyCode = z.infer<typeof VerifyCode>;

/** `random`: a whole number from 0 to below what it is given, each as likely; 23 to the power of 11 codes make guessing useless. */
export function makeVerifyCode(random: (below: number) => number): VerifyCode {
  const body = Array.from({ length: SIGNS - 1 }, () => VERIFY_SIGNS.charAt(random(VERIFY_SIGNS.length))).join('');
  const check = [...VERIFY_SIGNS].find((sign) => weighted(body + sign) === 0) ?? '';
  return VerifyCode.parse(body + check);
}

/** `K7MX-9GPW-3HTR` */
export function writtenCode(code: VerifyCode): string {
  return code.replaceAll(new RegExp(`(.{${GROUP}})(?!$)`, 'g'), '$1-');
}

/** What somebody typed, without blanks, hyphens and small letters; full-width signs count as their narrow ones. */
export function readVerifyCode(typed: string): VerifyCode | null {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '');
  return VerifyCode.safeParse(text).data ?? null;
}

/**
 * Each sign times its place, modulo 23: places are 1 to 12, so one wrong sign and any two that changed places are
 * noticed, always. -1 when a sign is none of ours.
 */
function weighted(text: string): number {
  let sum = 0;
  for (const [index, sign] of [...text].entries()) {
    const value = VERIFY_SIGNS.indexOf(sign);
    if (value < 0) return -1;
    sum += value * (index + 1);
  }
  return sum % VERIFY_SIGNS.length;
}
