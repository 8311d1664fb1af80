/** The counters that people ask for: how many sheets, notes, coins, cards and codes, today and in the last fortnight. */
import { hallDay } from '#contract/hall-time.ts';
import type { Day } from '#contract/ids.ts';
import type { LocalText } from '#contract/language.ts';
import type { Counter, DeviceTotals } from '#contract/technician/totals.ts';

export const FORTNIGHT_DAYS = 14;
const DAY_MS = 86_400_000;

/** What is counted for people; the rest, such as millimetres of paper, serves the forecast alone. */
const LABELS: Readonly<Record<string, LocalText>> = {
  sheets: { 'zh-CN': '打印张数', en: 'sheets printed' },
  notes: { 'zh-CN': '收进纸币张数', en: 'notes stored' },
  coins: { 'zh-CN': '收进硬币枚数', en: 'coins stored' },
  codes: { 'zh-CN': '扫码次数', en: 'codes scanned' },
  cards: { 'zh-CN': '读卡次数', en: 'cards read' },
  deposited: { 'zh-CN': '存入', en: 'stored' },
  returned: { 'zh-CN': '退还', en: 'given back' },
  unrecognized: { 'zh-CN': '存入但认不出', en: 'stored, value not known' },
  rejected: { 'zh-CN': '拒收', en: 'not taken in' },
  pages: { 'zh-CN': '打印页数', en: 'pages printed' },
};

export function countersOf(totals: readonly DeviceTotals[], now: number): Counter[] {
  return totals.flatMap(({ device, since, total, days }) =>
    Object.entries(total.counted).flatMap(([what, count]): Counter[] => {
      const label = labelOf(what);
      if (label === null) return [];
      const lastFortnight = sumSince(days, what, hallDay(now - (FORTNIGHT_DAYS - 1) * DAY_MS));
      return [{ device, what, label, total: count, today: sumSince(days, what, hallDay(now)), lastFortnight, since }];
    }),
  );
}

function labelOf(what: string): LocalText | null {
  const [name = '', valueFen] = what.split('/');
  const label = LABELS[name];
  if (label === undefined) return null;
  if (valueFen === undefined) return label;
  const yuan = Number(valueFen) / 100;
  return { 'zh-CN': `${label['zh-CN']} ${yuan} 元`, en: `${label.en}, ${yuan} yuan` };
}

/** From that day on; days as text compare by date. */
export function sumSince(days: DeviceTotals['days'], what: string, from: Day): number {
  return days.reduce((sum, { day, sums }) => (day >= from ? sum + (sums.counted[what] ?? 0) : sum), 0);
}
