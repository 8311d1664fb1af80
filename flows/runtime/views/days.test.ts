/** Days and times as people read them at the station, wherever the computer stands. */
import { expect, test } from 'vitest';
import { dayInWords } from '../../language/day-in-words.ts';
import { timeAtStation } from './days.ts';
import { spokenText } from './spoken.ts';

test('a day in words', () => {
  expect(dayInWords('2027-01-01', 'zh-CN')).toBe('2027年1月1日');
  expect(dayInWords('2027-01-01', 'en')).toBe('1 Jan 2027');
  expect(dayInWords('60', 'zh-CN')).toBe('60');
});

test('wall time is the station’s, midnight is 00', () => {
  expect(timeAtStation(Date.UTC(2026, 10, 21, 16, 0), 'Asia/Shanghai')).toBe('2026-11-22 00:00');
});

test('what is heard has pauses between headings', () => {
  expect(spokenText(['请核对', '姓名：林*英', '好了吗？'], 'zh-CN')).toBe('请核对。姓名：林*英。好了吗？');
  expect(spokenText(['Please check', '', 'All right?'], 'en')).toBe('Please check. All right?');
});
