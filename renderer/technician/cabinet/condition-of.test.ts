/** A sign never says more than is known. */
import { expect, test } from 'vitest';
import { DeviceId } from '#contract/ids.ts';
import type { CabinetDevice } from '#contract/technician/cabinet.ts';
import { conditionOf, conditionOfValue } from './condition-of.ts';

const value = (word: string) => ({ value: word, at: 1, source: 'polled' }) as const;
const printer: CabinetDevice = {
  id: DeviceId.parse('receipt'),
  deviceClass: 'Printer',
  model: 'receipt-escpos',
  path: '/dev/ttyS1',
  status: { state: 'online', values: { paper: value('ok'), cover: value('closed'), service: value('in') } },
  name: { 'zh-CN': '凭条打印机', en: 'Receipt printer' },
  spot: { x: 0, y: 0, width: 10, height: 10 },
  service: 'in',
  trouble: null,
  tests: [],
};
const withStatus = (status: Partial<CabinetDevice['status']>) =>
  conditionOf({ ...printer, status: { ...printer.status, ...status } }).condition;

test('what works is well, what will not for long deserves a look', () => {
  expect(conditionOf(printer).condition).toBe('well');
  expect(withStatus({ values: { paper: value('nearEnd') } })).toBe('attention');
  expect(withStatus({ values: { door: value('open') } })).toBe('attention');
});

test('a black or standing picture is bad by itself, and silence is called unknown', () => {
  expect(conditionOfValue('picture', value('black'))).toBe('fault');
  expect(conditionOfValue('picture', value('frozen'))).toBe('fault');
  const silent = conditionOf({ ...printer, status: { ...printer.status, state: 'unknown' } });
  expect(silent.word).toEqual({ 'zh-CN': '未知', en: 'unknown' });
});

test('silence and what was never asked are unknown, not well', () => {
  expect(withStatus({ state: 'unknown' })).toBe('unknown');
  expect(withStatus({ state: 'starting' })).toBe('unknown');
});

test('a trouble, a device put out of service and one that is gone are faults', () => {
  const advice = { 'zh-CN': '合上上盖。', en: 'Close the cover.' };
  expect(conditionOf({ ...printer, trouble: { code: 'printer.coverOpen', advice } }).condition).toBe('fault');
  expect(conditionOf({ ...printer, service: 'out' }).condition).toBe('fault');
  for (const state of ['noDevice', 'powerOff', 'offline', 'hardwareError'] as const)
    expect(withStatus({ state })).toBe('fault');
});
