/** Times and days as the desk reads them: parts of the hall's time, wherever the browser is. */
import { hallTime } from '#contract/hall-time.ts';

/** `2026-11-20 20:16:30` */
export function fullTime(at: number): string {
  return hallTime(at);
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
