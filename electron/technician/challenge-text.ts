/** Challenges as digits that people read to each other: random, and with a check digit that catches a slip at once. */
import { randomInt } from 'node:crypto';
import { CHALLENGE_DIGITS } from '#contract/technician/desk.ts';

export function newChallenge(): string {
  const body = Array.from({ length: CHALLENGE_DIGITS - 1 }, () => String(randomInt(10))).join('');
  return body + luhnDigit(body);
}

/** Without what people put between the digits; null when it can't be a challenge: a digit is wrong, missing or swapped. */
export function readChallenge(text: string): string | null {
  const digits = digitsOf(text);
  if (digits.length !== CHALLENGE_DIGITS) return null;
  return luhnDigit(digits.slice(0, -1)) === digits.at(-1) ? digits : null;
}

/** Full-width digits count too: a Chinese keyboard types them. */
export function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '');
}

/** Luhn's formula (ISO/IEC 7812-1, annex B). */
function luhnDigit(body: string): string {
  const sum = [...body].toReversed().reduce((total, digit, place) => {
    const weighted = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
