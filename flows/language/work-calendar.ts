/** Which days are workdays: Monday to Friday, but for the holidays and the worked weekends (调休) that a release names. */
import { daysAfter, weekdayOf } from './calendar.ts';

export interface WorkCalendar {
  /** Both days included. */
  readonly holidays: readonly { readonly from: string; readonly to: string }[];
  /** Saturdays and Sundays on which people work. */
  readonly workedWeekends: readonly string[];
}

export const WEEKDAYS_ONLY: WorkCalendar = { holidays: [], workedWeekends: [] };

/** A promise of more workdays than this (four years) is a slip of whoever wrote it. */
export const MOST_WORKDAYS = 1000;

export function isWorkday(day: string, { holidays, workedWeekends }: WorkCalendar): boolean {
  if (weekdayOf(day) > 5) return workedWeekends.includes(day);
  return !holidays.some(({ from, to }) => from <= day && day <= to);
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
