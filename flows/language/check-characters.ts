/** The check characters of ID numbers (GB 11643) and unified social credit codes (GB 32100-2015). */

/** ISO 7064 MOD 11-2; `X` is ten. */
export function idNumberHolds(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  let remainder = 0;
  for (const digit of number) remainder = (remainder * 2 + (digit === 'X' ? 10 : Number(digit))) % 11;
  return remainder === 1;
}

const CREDIT_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Table 3 of the standard. */
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** Without I, O, S, V, Z; the first eight: kind of registration, kind of body, six digits of the place. */
export function creditCodeHolds(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false;
  const value = (index: number): number => CREDIT_CHARACTERS.indexOf(code.charAt(index));
  const sum = CREDIT_WEIGHTS.reduce((total, weight, index) => total + weight * value(index), 0);
  return value(17) === (31 - (sum % 31)) % 31;
}
