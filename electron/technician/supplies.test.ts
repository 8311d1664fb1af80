/** Until when paper lasts: from what was counted, and an honest "unknown" where nobody can know. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hallDay } from '#contract/hall-time.ts';
import { DeviceId } from '#contract/ids.ts';
import type { Supply } from '#contract/technician/supplies.ts';
import type { DeviceTotals } from '#contract/technician/totals.ts';
import { countersOf } from './count-for-people.ts';
import { NOTHING } from './sums.ts';
import { readRenewals, renew, suppliesOf, type KnownDevice } from './supplies.ts';

const RECEIPT = DeviceId.parse('receipt');
const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-03-20T09:00:00');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-supplies-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** So many millimetres on each of the last days, today first. */
function printer(perDay: readonly number[], { days = 30, paper = 'ok', roll = 80 } = {}): KnownDevice {
  const total = perDay.reduce((sum, each) => sum + each, 0);
  const sums = (millimetres: number) => ({ ...NOTHING, counted: { sheets: millimetres / 100, millimetres } });
  const totals: DeviceTotals = {
    device: RECEIPT,
    since: NOW - days * DAY_MS,
    total: sums(total),
    pace: null,
    days: perDay.map((each, ago) => ({ day: hallDay(NOW - ago * DAY_MS), sums: sums(each) })),
  };
  return {
    config: { id: RECEIPT, model: 'receipt-escpos', settings: { rollMetres: roll } },
    status: { state: 'online', values: { paper: { value: paper, at: NOW, source: 'polled' } } },
    totals,
  };
}
function look(device: KnownDevice): Supply {
  const [supply] = suppliesOf([device], readRenewals(folder), NOW);
  if (supply === undefined) throw new Error('no supply');
  return supply;
}
function putNewRoll(device: KnownDevice, amount: number | null = null): void {
  renew(folder, look(device), device, amount, NOW);
}

test('a new roll, and two metres a day: the day it ends is told', () => {
  const before = printer([0, ...Array.from({ length: 14 }, () => 2_000)]);
  putNewRoll(before);
  const after = printer([4_000, ...Array.from({ length: 14 }, () => 2_000)]);
  expect(look(after)).toMatchObject({
    id: 'receipt/roll',
    left: 76,
    full: 80,
    perDay: 2,
    forecast: { kind: 'lasts', days: 38, until: hallDay(NOW + 38 * DAY_MS) },
    renewedAt: NOW,
  });
});

test('a busy day long ago and today, which is not over, count for nothing', () => {
  const device = printer([9_000, 1_000, ...Array.from({ length: 13 }, () => 1_000), 500_000]);
  putNewRoll(device, 10);
  expect(look(device)).toMatchObject({ left: 10, perDay: 1, forecast: { days: 10 } });
});

test('a kiosk that counts since three days divides by three', () => {
  const device = printer([0, 3_000, 3_000, 3_000], { days: 3 });
  putNewRoll(device);
  expect(look(device).perDay).toBe(3);
});

test.each<[string, KnownDevice, boolean, string]>([
  ['nobody said when it was renewed', printer([0, 2_000]), false, 'Nobody said yet'],
  ['counting began today', printer([2_000], { days: 0.5 }), true, 'Not a whole day'],
  ['nothing was printed for a fortnight', printer([0]), true, 'hardly used'],
])('unknown: %s', (_name, device, renewed, why) => {
  if (renewed) putNewRoll(device);
  expect(look(device).forecast).toMatchObject({ kind: 'unknown', why: { en: expect.stringContaining(why) as string } });
});

test('the sensor knows better: out is out, and more than a roll was never in it', () => {
  const device = printer([0, 2_000], { paper: 'out' });
  putNewRoll(device);
  expect(look(device)).toMatchObject({ told: 'out', left: 0, forecast: { kind: 'lasts', days: 0 } });
  const before = printer([0]);
  putNewRoll(before);
  expect(look(printer([90_000, 1_000])).left).toBe(0);
});

test('counters for people: sheets, and money by its value; millimetres are nobody’s business', () => {
  const { totals } = printer([300, 200, ...Array.from({ length: 13 }, () => 100)]);
  if (totals === undefined) throw new Error('no totals');
  const cash = { ...totals, device: DeviceId.parse('notes'), total: { ...NOTHING, counted: { 'deposited/10000': 3 } } };
  expect(countersOf([totals, cash], NOW)).toMatchObject([
    { device: 'receipt', what: 'sheets', today: 3, lastFortnight: 17, total: 18 },
    { device: 'notes', what: 'deposited/10000', label: { 'zh-CN': '存入 100 元' }, total: 3 },
  ]);
});
