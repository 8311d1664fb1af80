/** A document number as it stands on the page until somebody asks for the whole of it. */

/** 110101199003074516 → 1101**********4516, as the kiosk masks it; short numbers show nothing. */
export function maskNumber(number: string): string {
  if (number.length < 9) return '*'.repeat(number.length);
  return number.slice(0, 4) + '*'.repeat(number.length - 8) + number.slice(-4);
}
