/** Times as a technician reads them: of the hall, and how long ago. */
import type { Language } from '#contract/language.ts';

/** Halls are in China, whatever the machine's own time zone says. */
const HALL_TIME_ZONE = 'Asia/Shanghai';
const inHall = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: HALL_TIME_ZONE, hourCycle: 'h23', ...options });
const TIME = inHall({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DAY = inHall({ month: '2-digit', day: '2-digit' });

/** `22:41:07`. */
export function timeOf(ms: number): string {
  return TIME.format(ms);
}

/** `11-21`. */
export function dayOf(ms: number): string {
  return DAY.format(ms).replace('/', '-');
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** For example `3 分钟前`, `3 min ago`; both clocks are this machine's, a mark from the future counts as now. */
export function agoOf(language: Language, ms: number): string {
  const [count, chinese, english] =
    ms < MINUTE
      ? [Math.max(0, Math.floor(ms / 1_000)), '秒前', 's ago']
      : ms < HOUR
        ? [Math.floor(ms / MINUTE), '分钟前', 'min ago']
        : ms < 48 * HOUR
          ? [Math.floor(ms / HOUR), '小时前', 'h ago']
          : [Math.floor(ms / (24 * HOUR)), '天前', 'days ago'];
  return language === 'en' ? `${count} ${english}` : `${count} ${chinese}`;
}
