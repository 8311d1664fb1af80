/** Times as people read them anywhere: of the hall, whatever time zone a machine, a terminal or a browser has. */
import { Day } from './ids.ts';

/** Halls are in China. */
export const HALL_TIME_ZONE = 'Asia/Shanghai';
const LAST_MS = 8.64e15;
// Swedish writes ISO 8601.
const FORMAT = new Intl.DateTimeFormat('sv-SE', { timeZone: HALL_TIME_ZONE, dateStyle: 'short', timeStyle: 'medium' });

/** `2026-11-20 20:16:30`; `at` in ms. A kiosk's clock may say anything: what no calendar knows becomes a dash. */
export function hallTime(at: number): string {
  return Math.abs(at) > LAST_MS ? '—' : FORMAT.format(at);
}

/** The calendar day in the hall. Throws for what no calendar knows. */
export function hallDay(at: number): Day {
  return Day.parse(hallTime(at).slice(0, 10));
}
