/** What a technician reads of the power supply's line. */
import { expect, test } from 'vitest';
import { narrateUps } from './narrate.ts';

test('the line itself, and what its bits mean', () => {
  const narrator = narrateUps();
  const heard = (direction: 'toDevice' | 'fromDevice', text: string) =>
    narrator
      .hear({ direction, bytes: Uint8Array.from(Buffer.from(text, 'latin1')) })
      .map(({ words }) => words['zh-CN']);
  expect(heard('toDevice', 'Q1\r')).toEqual(['状态？']);
  expect(heard('fromDevice', '(000.0 000.0 220.3 018 50.0 21.4 31.5 11001000\r')).toEqual([
    '(000.0 000.0 220.3 018 50.0 21.4 31.5 11001000（市电中断，电池电量低）',
  ]);
});
