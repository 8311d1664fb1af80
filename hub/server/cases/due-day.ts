/** The last day of a promised time. */
import { Day } from '#contract/ids.ts';

const DAY_MS = 86_400_000;

/** `workdays` days from Monday to Friday after `day`; public holidays are not known here yet. 0 is the day itself. */
export function dueDay(day: Day, workdays: number): Day {
  let time = Date.parse(`${day}T00:00:00Z`);
  for (let left = workdays; left > 0;) {
    time += DAY_MS;
    const weekday = new Date(time).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return Day.parse(new Date(time).toISOString().slice(0, 10));
}
