/** What the history says of a device out of service, whoever said it: the device's own host or the kiosk that waits for it. */
import { expect, test } from 'vitest';
import { pastOf } from './past-of.table.ts';

const wordsOf = (detail: Readonly<Record<string, string>>) =>
  pastOf('device.outOfService', { device: 'scanner', ...detail })?.words;

test('out of service says why, and never a word that a program left out', () => {
  expect(wordsOf({ fault: 'scanner.silent' })).toEqual(wordsOf({ reason: 'scanner.silent' }));
  expect(wordsOf({ reason: 'scanner.silent' })?.['zh-CN']).toMatch(/^停用：.*扫码/);
  expect(wordsOf({})).toEqual({ 'zh-CN': '停用', en: 'Out of service' });
});
