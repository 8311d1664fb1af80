/** Whether a place is open at a moment: its own hours, with holidays counted as Sundays and worked weekends as Mondays. */
import { weekdayOf } from '../language/calendar.ts';
import { type Station, Weekday } from '../language/station.ts';
import type { WorkingDays } from '../language/working-days.ts';

export interface Moment {
  readonly day: string;
  /** `19:05`. */
  readonly time: string;
}

export function isOpenAt(
  { openings }: Pick<Station, 'openings'>,
  { day, time }: Moment,
  calendar: WorkingDays,
): boolean {
  const weekday = likeWeekday(day, calendar);
  return openings.some(({ days, from, to }) => days.includes(weekday) && from <= time && time < to);
}

/** Open at every hour of every day, holidays too. */
export function isAlwaysOpen({ openings }: Pick<Station, 'openings'>): boolean {
  return Weekday.options.every((each) =>
    openings.some(({ days, from, to }) => days.includes(each) && from === '00:00' && to === '24:00'),
  );
}

function likeWeekday(day: string, { holidays, workedWeekends }: WorkingDays): (typeof Weekday.options)[number] {
  if (holidays.some(({ from, to }) => from <= day && day <= to)) return 'sunday';
  if (workedWeekends.some((each) => each === day)) return 'monday';
  return Weekday.options[weekdayOf(day) - 1] ?? 'sunday';
}
