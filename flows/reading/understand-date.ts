/** Days as papers print them: 2026年11月21日, 2026-11-21, 2026.11.21, 二〇二六年十一月二十一日. */
import type { Understood } from './understand.ts';

const IN_DIGITS = /^(\d{4})(?:年(\d{1,2})月(\d{1,2})[日曰目号]?|([-./])(\d{1,2})\4(\d{1,2}))(?!\d)/u;
const IN_CHARACTERS =
  /^([零〇○O0一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日曰目]/u;
/** One 〇 is often read as two characters, never the same twice; two that are printed are read alike. */
const ZERO_IN_TWO = /[O0@○]〇/gu;
const DIGITS = '〇一二三四五六七八九';
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2100;

export function understandDate(read: string): Understood {
  const digits = IN_DIGITS.exec(read);
  if (digits !== null) {
    const [whole, year = '', month, day, , otherMonth, otherDay] = digits;
    return dayOf(whole.length, year, month ?? otherMonth ?? '', day ?? otherDay ?? '');
  }
  const characters = IN_CHARACTERS.exec(read.replace(ZERO_IN_TWO, '〇'));
  if (characters === null) return { why: 'notItsKind' };
  const [whole, year = '', month = '', day = ''] = characters;
  const length = whole.length + (read.match(ZERO_IN_TWO)?.length ?? 0);
  return dayOf(length, [...year].map(digitOf).join(''), upTo31(month), upTo31(day));
}

/** Whether `YYYY-MM-DD` is a day of the calendar, of a year that a citizen's papers can bear. */
export function isRealDay(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return false;
  const at = new Date(Date.UTC(year, month - 1, date));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
}

function dayOf(length: number, year: string, month: string, date: string): Understood {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isRealDay(day) ? { value: day, check: 'format', length } : { why: 'notItsKind' };
}

/** Whatever round stands among Chinese digits is a zero. */
function digitOf(character: string): string {
  return String(Math.max(0, DIGITS.indexOf(character)));
}

/** 二十一 → 21, 十 → 10. Empty when the characters are in no order that says a number. */
function upTo31(characters: string): string {
  const match = /^(?:([二三])?(十))?([一二三四五六七八九])?$/u.exec(characters);
  if (match === null || characters === '') return '';
  const [, tens, ten, ones] = match;
  const value =
    (ten === undefined ? 0 : tens === undefined ? 10 : Number(digitOf(tens)) * 10) +
    (ones === undefined ? 0 : Number(digitOf(ones)));
  return String(value);
}
