/** A document number as it stands on the page until somebody asks for the whole of it. */

/** 110101199003074516 → 110***********4516; short numbers show nothing. */
export function maskNumber(number: string): string {
  if (number.length < 9) return '*'.repeat(number.length);
  return number.slice(0, 3) + '*'.repeat(number.length - 7) + number.slice(-4);
}
