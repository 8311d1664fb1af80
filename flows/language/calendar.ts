/** Arithmetic on calendar days (`YYYY-MM-DD`) for rules and promises: no clock, no time zone. */

interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;

/** Throws on anything that isn't a day of the calendar: a rule that asks such a thing must not answer. */
function partsOf(text: string): YearMonthDay {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [year, month, day] = [Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3])];
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month)))
    throw new RangeError('not a day of the calendar');
  return { year, month, day };
}

/** In days. */
function lengthOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Throws when no calendar has the day. */
function dayFrom(year: number, month: number, day: number): string {
  // Not `Date.UTC`, which takes the years 0 to 99 for 1900 to 1999.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const found = date.toISOString().slice(0, 10);
  partsOf(found);
  return found;
}

function msOf(day: string): number {
  partsOf(day);
  return Date.parse(`${day}T00:00:00Z`);
}

/** Whole years from `birth` to `day`. Someone born on 29 February has their birthday on 1 March in common years. */
export function ageOn(birth: string, day: string): number {
  const from = partsOf(birth);
  const to = partsOf(day);
  const hadBirthday = to.month > from.month || (to.month === from.month && to.day >= from.day);
  return to.year - from.year - (hadBirthday ? 0 : 1);
}

/** The first day on which someone born on `birth` is `age` years old. Throws when no calendar has it. */
export function dayOfAge(birth: string, age: number): string {
  const { year, month, day } = partsOf(birth);
  return dayFrom(year + age, month, day);
}

export function yearOf(day: string): number {
  return partsOf(day).year;
}

/** From 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(msOf(day)).getUTCDay() || 7;
}

/** Days from `from` to `to`; below zero when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return (msOf(to) - msOf(from)) / DAY_MS;
}

export function daysAfter(day: string, days: number): string {
  const { year, month, day: date } = partsOf(day);
  return dayFrom(year, month, date + days);
}

/** The same day of a later (or, below zero, earlier) month; its last day where that month is too short: 31 January → 28 February. */
export function monthsAfter(day: string, months: number): string {
  const { year, month, day: date } = partsOf(day);
  const first = partsOf(dayFrom(year, month + months, 1));
  return dayFrom(first.year, first.month, Math.min(date, lengthOf(first.year, first.month)));
}

/** Whole months from `from` to `to`; below zero when `to` comes first. */
export function monthsBetween(from: string, to: string): number {
  if (daysBetween(from, to) < 0) return 0 - monthsBetween(to, from);
  const [start, end] = [partsOf(from), partsOf(to)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return daysBetween(monthsAfter(from, months), to) < 0 ? months - 1 : months;
}
