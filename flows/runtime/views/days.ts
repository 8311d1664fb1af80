/** Days and times as people at the station read them. */
import { Day } from '#contract/ids.ts';

/** Wall time in ms → the calendar day at the station. */
export function dayAtStation(at: number, timeZone: string): Day {
  return Day.parse(timeAtStation(at, timeZone).slice(0, 10));
}

/** Wall time in ms → `2026-11-21 19:05` at the station. */
export function timeAtStation(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(at);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}
