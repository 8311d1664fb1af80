/** A service promises no more workdays than are counted, wherever it is decided: more is a finding, no crash of gate or kiosk. */
import { expect, test } from 'vitest';
import { Region } from './region.ts';
import { WrittenService } from './service.ts';
import { WEEKDAYS_ONLY, workdaysAfter } from './work-calendar.ts';

const { timeLimits } = WrittenService.shape;
const promising = (workdays: number) => timeLimits.safeParse({ statutory: workdays, promised: workdays }).success;

test('the longest promise, with what a region adds, has a last day; a longer one is refused', () => {
  const most = 900;
  const extra = 60;
  expect([promising(most), promising(most + 1)]).toEqual([true, false]);
  const { extraWorkdays } = Region.shape;
  expect([extraWorkdays.safeParse(extra).success, extraWorkdays.safeParse(extra + 1).success]).toEqual([true, false]);
  expect(workdaysAfter('2026-11-20', most + extra, WEEKDAYS_ONLY)).toBe('2030-07-26');
});
