/** The last day of a promised time, for records that don't say it: kiosks whose clock or release knew no calendar. */
import { Day } from '#contract/ids.ts';
import { WEEKDAYS_ONLY, workdaysAfter } from '#flows/language/work-calendar.ts';

/** `workdays` days from Monday to Friday after `day`; holidays are the release's, and not known here. 0 is the day itself. */
export function dueDay(day: Day, workdays: number): Day {
  return Day.parse(workdaysAfter(day, workdays, WEEKDAYS_ONLY));
}
