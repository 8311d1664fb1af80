/** Days and times as people at the station read them. */
import { Day } from '#contract/ids.ts';
import type { Language } from '#contract/language.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `2026-03-07` → 2026年3月7日, or 7 Mar 2026. Anything else comes back as it is. */
export function dayInWords(day: string, language: Language): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (parts === null) return day;
  const [, year = '', month = '', date = ''] = parts;
  return language === 'zh-CN'
    ? `${year}年${Number(month)}月${Number(date)}日`
    : `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

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
