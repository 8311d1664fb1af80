/** When something that is handed in now will be decided: the clock starts on a workday, in office hours. */
import type { WorkingDays } from '../language/working-days.ts';
import { isWorkday, workdaysAfter } from '../language/work-calendar.ts';

export interface Deadline {
  /** The workday on which the office begins to count. */
  readonly starts: string;
  /** What is handed in now lies until then: it is night, a weekend or a holiday. */
  readonly waits: boolean;
  readonly by: string;
}

/** `day` and `time` (`19:05`) at the station. The day on which it is handed in doesn't count, as everywhere. */
export function decidedBy(
  { day, time }: { readonly day: string; readonly time: string },
  workdays: number,
  calendar: WorkingDays,
): Deadline {
  const today = isWorkday(day, calendar);
  const over = time >= calendar.officeHours.to;
  const starts = today && !over ? day : workdaysAfter(day, 1, calendar);
  return { starts, waits: starts !== day, by: workdaysAfter(starts, workdays, calendar) };
}
