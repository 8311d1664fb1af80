/** When the offices behind the kiosk work: what is taken in at night or on a holiday begins on the next workday. */
import { z } from 'zod';
import { Day } from '#contract/ids.ts';
import { LocalText } from '#contract/language.ts';
import { finds } from '../findings/own-issue.ts';
import { daysAfter } from './calendar.ts';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 08:30');

/** In days. */
const LONGEST_HOLIDAY = 31;

export const WorkingDays = z.strictObject({
  officeHours: z
    .strictObject({ from: timeOfDay, to: timeOfDay })
    .refine(({ from, to }) => from < to, finds('sense.hours')),
  /** Both days included. */
  holidays: z
    .array(
      z
        .strictObject({ from: Day, to: Day, name: LocalText })
        .refine(({ from, to }) => from <= to && to <= daysAfter(from, LONGEST_HOLIDAY), finds('sense.holiday')),
    )
    .max(200),
  /** Saturdays and Sundays on which is worked all the same (调休). */
  workedWeekends: z.array(Day).max(200),
});
export type WorkingDays = Readonly<z.infer<typeof WorkingDays>>;
