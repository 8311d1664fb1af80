/** A day of the calendar as people read it. */
import type { Language } from '#contract/language.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `2026-03-07` → 2026年3月7日, or 7 Mar 2026; `2026-03` → 2026年3月, or Mar 2026. Anything else comes back as it is. */
export function dayInWords(day: string, language: Language): string {
  const parts = /^(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?$/.exec(day);
  if (parts === null) return day;
  const [, year = '', month = '', date] = parts;
  if (date === undefined)
    return language === 'zh-CN' ? `${year}年${Number(month)}月` : `${MONTHS[Number(month) - 1] ?? month} ${year}`;
  return language === 'zh-CN'
    ? `${year}年${Number(month)}月${Number(date)}日`
    : `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}
