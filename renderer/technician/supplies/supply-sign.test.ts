/** A sign never contradicts the words below it. */
import { expect, test } from 'vitest';
import { supplySign } from './supply-sign.ts';

test('enough is said where it is known how much is left', () => {
  expect(supplySign({ told: 'ok', left: 40 }).word['zh-CN']).toBe('够用');
  expect(supplySign({ told: 'ok', left: null }).word['zh-CN']).toBe('设备没有报缺');
  expect(supplySign({ told: 'unknown', left: null }).condition).toBe('unknown');
});
