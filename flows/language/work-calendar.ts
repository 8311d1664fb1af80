/** Which days are workdays: Monday to Friday, but for the holidays and the worked weekends (调休) that a release names. */
import { daysAfter, weekdayOf } from './calendar.ts';

export interface WorkCalendar {
  /** Days off that fall on Monday to Friday. */
  readonly holidays: ReadonlySet<string>;
  /** Saturdays and Sundays on which people work. */
  readonly workedWeekends: ReadonlySet<string>;
}

export const WEEKDAYS_ONLY: WorkCalendar = { holidays: new Set(), workedWeekends: new Set() };

/** A promise of more workdays than this (four years) is a slip of whoever wrote it. */
const MOST_WORKDAYS = 1000;

export function isWorkday(day: string, { holidays, workedWeekends }: WorkCalendar): boolean {
  return weekdayOf(day) > 5 ? workedWeekends.has(day) : !holidays.has(day);
}

/** The `count`th workday after `day`, which itself doesn't count; `day` itself when `count` is 0. */
export function workdaysAfter(day: string, count: number, calendar: WorkCalendar): string {
  if (count < 0 || count > MOST_WORKDAYS) throw new RangeError('not a number of workdays');
  let last = daysAfter(day, 0);
  for (let left = count; left > 0;) {
    last = daysAfter(last, 1);
    if (isWorkday(last, calendar)) left -= 1;
  }
  return last;
}
