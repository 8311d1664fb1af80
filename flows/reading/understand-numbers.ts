/** ID numbers and credit codes: a letter taken for a digit is put right only where the check character then proves it. */
import { creditCodeHolds, idNumberHolds } from '../language/check-characters.ts';
import { isRealDay } from './understand-date.ts';
import type { Understood } from './understand.ts';

const LENGTH = 18;

/** What no ID number contains, and the digit it looks like. */
const AS_DIGIT: Readonly<Record<string, string>> = {
  ...{ O: '0', o: '0', D: '0', Q: '0', 〇: '0', '○': '0' },
  ...{ l: '1', I: '1', i: '1', '|': '1', '!': '1', Z: '2', z: '2', S: '5', s: '5', b: '6', B: '8', g: '9', q: '9' },
};
/** The letters that credit codes leave out, because they look like these. */
const AS_CREDIT: Readonly<Record<string, string>> = { O: '0', I: '1', Z: '2', S: '5', V: 'U', 〇: '0', '|': '1' };

export function understandIdNumber(read: string): Understood {
  const characters = [...read].slice(0, LENGTH);
  const tail = [...read][LENGTH];
  if (tail !== undefined && /[\dA-Za-z]/.test(tail)) return { why: 'notItsKind' };
  const number = characters
    .map((each, index) => (index === LENGTH - 1 && /[xX×✕]/u.test(each) ? 'X' : (AS_DIGIT[each] ?? each)))
    .join('');
  if (!/^\d{17}[\dX]$/.test(number)) return { why: 'notItsKind' };
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return idNumberHolds(number) && isRealDay(born)
    ? { value: number, check: 'checkDigit', length: LENGTH }
    : { why: 'contradicted' };
}

export function understandCreditCode(read: string): Understood {
  const characters = [...read].slice(0, LENGTH).map((each) => each.toUpperCase());
  const tail = [...read][LENGTH];
  if (tail !== undefined && /[\dA-Za-z]/.test(tail)) return { why: 'notItsKind' };
  const code = characters.map((each) => AS_CREDIT[each] ?? each).join('');
  if (creditCodeHolds(code)) return { value: code, check: 'checkDigit', length: LENGTH };
  return { why: /^[0-9A-Z]{18}$/.test(code) ? 'contradicted' : 'notItsKind' };
}
