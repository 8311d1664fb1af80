/** Times and days as the desk reads them: always the hall's time, wherever the browser is. */

const HALL = 'Asia/Shanghai';
const LAST_MS = 8.64e15;

/** `2026-11-20 20:16:30`; `at` in ms. A kiosk's clock may say anything: what no calendar knows becomes a dash. */
export function fullTime(at: number): string {
  if (Math.abs(at) > LAST_MS) return '—';
  // Swedish writes ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: HALL, dateStyle: 'short', timeStyle: 'medium' }).format(at);
}

/** `2026-11-20 20:16` */
export function dayAndTime(at: number): string {
  return fullTime(at).slice(0, 16);
}

/** `20:16:30` */
export function clockTime(at: number): string {
  return fullTime(at).slice(11);
}

/** `2026-11-20` */
export function dayInHall(at: number): string {
  return fullTime(at).slice(0, 10);
}
