/** A service promises no more workdays than are counted, wherever it is decided, and names each part of it once: else a finding, no crash. */
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

test('each office’s part has an id of its own: the hub moves it by that', () => {
  const part = { id: 'water', title: { 'zh-CN': '用水', en: 'Water' }, office: 'water-company', promisedWorkdays: 3 };
  const { subCases } = WrittenService.shape;
  expect(subCases.safeParse([part, { ...part, id: 'gas' }]).success).toBe(true);
  const twice = subCases.safeParse([part, part]);
  expect(twice.error?.issues).toMatchObject([{ path: [1, 'id'], params: { finding: 'form.fieldTwice' } }]);
});
