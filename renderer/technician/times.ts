/** Times as a technician reads them: of the hall, and how long ago. */
import { hallTime } from '#contract/hall-time.ts';
import type { Language } from '#contract/language.ts';

/** `22:41:07`. */
export function timeOf(ms: number): string {
  return hallTime(ms).slice(11);
}

/** `11-21`. */
export function dayOf(ms: number): string {
  return hallTime(ms).slice(5, 10);
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
