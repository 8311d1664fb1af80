/** Arithmetic on calendar days (`YYYY-MM-DD`) for rules and promises: no clock, no time zone. */

interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Throws on anything that isn't a day of the calendar: a rule that asks such a thing must not answer. */
function partsOf(day: string): YearMonthDay {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (parts === null || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day)
    throw new RangeError('not a day of the calendar');
  return { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
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
  // Not `Date.UTC`, which takes the years 0 to 99 for 1900 to 1999.
  const date = new Date(0);
  date.setUTCFullYear(year + age, month - 1, day);
  const found = date.toISOString().slice(0, 10);
  partsOf(found);
  return found;
}
