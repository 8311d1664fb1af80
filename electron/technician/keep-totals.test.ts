/** Statistics over restarts: of the kiosk, of the device host, and of a file that was spoiled. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Completion } from '#contract/devices/completion.ts';
import type { DeviceStatistics } from '#contract/devices/statistics.ts';
import { hallDay } from '#contract/hall-time.ts';
import { DeviceId } from '#contract/ids.ts';
import { fail, ok } from '#contract/result.ts';
import { HallClock } from '#fixtures/hall/hall-clock.ts';
import type { HostStatistics } from '../devices/orders.ts';
import { keepTotals, readTotals, type TotalsBook } from './keep-totals.ts';

const RECEIPT = DeviceId.parse('receipt');
let folder: string;
let clock: HallClock;
let open: TotalsBook[];
let host: { pid: number; told: Completion<HostStatistics> };
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-totals-'));
  clock = new HallClock();
  host = { pid: 1, told: ok({}) };
  open = [];
});
afterEach(async () => {
  for (const book of open) await book.close();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<TotalsBook> {
  const devices = {
    statistics: async () => host.told,
    get pid() {
      return host.pid;
    },
  };
  const book = await keepTotals({ folder, devices, ids: [RECEIPT], clock, log: () => {} });
  open.push(book);
  return book;
}
function printed(sheets: number, more: Partial<DeviceStatistics> = {}): void {
  const plain = { commands: sheets, faults: 0, questions: 4 * sheets, retries: 0, damagedFrames: 0, reconnects: 0 };
  host.told = ok({ [RECEIPT]: { ...plain, meanMs: 12, p99Ms: 30, counted: { sheets }, ...more } } as HostStatistics);
}
const totalOf = async (book: TotalsBook) => (await book.read())[0]?.total;

test('the kiosk is started again, the device host counts from nothing: the sums go on', async () => {
  const first = await start();
  printed(3);
  expect(await totalOf(first)).toMatchObject({ commands: 3, counted: { sheets: 3 } });
  printed(5, { retries: 2 });
  await first.close();
  host.pid = 2;
  printed(2);
  const second = await start();
  expect(await totalOf(second)).toMatchObject({ commands: 7, retries: 2, counted: { sheets: 7 } });
});

test('the device host dies and counts from nothing, even beyond what it had: nothing is lost but what nobody read', async () => {
  const book = await start();
  printed(3);
  await book.read();
  host.told = fail({ code: 'device.lost', completion: 'deviceNotReady' });
  expect(await totalOf(book)).toMatchObject({ commands: 3 });
  host.pid = 9;
  printed(4);
  expect(await totalOf(book)).toMatchObject({ commands: 7 });
});

test('it looks by itself every five minutes, so that a kiosk that is killed has them in its file', async () => {
  await start();
  printed(6);
  clock.advance(5 * 60_000);
  await expect.poll(async () => (await readTotals(folder))[0]?.total.commands).toBe(6);
});

test('each day by itself, the newest first; pace is that of the last questions', async () => {
  const book = await start();
  printed(1);
  await book.read();
  const yesterday = hallDay(clock.now());
  clock.set(86_400_000);
  printed(4, { meanMs: 20, p99Ms: 90 });
  const [receipt] = await book.read();
  expect(receipt?.days).toMatchObject([
    { day: hallDay(clock.now()), sums: { commands: 3 } },
    { day: yesterday, sums: { commands: 1 } },
  ]);
  expect(receipt?.pace).toMatchObject({ meanMs: 20, p99Ms: 90 });
});

test('money by its value; a file that says nonsense is begun anew, and says since when', async () => {
  writeFileSync(path.join(folder, 'statistics.json'), '{"devices":"all of them"}');
  const book = await start();
  const storage = { deposited: [{ valueFen: 500, count: 2 }], returned: [], unrecognized: 1, rejected: 3 };
  printed(0, { storage });
  const [receipt] = await book.read();
  expect(receipt?.total.counted).toMatchObject({ 'deposited/500': 2, unrecognized: 1, rejected: 3 });
  expect(Math.abs((receipt?.since ?? 0) - clock.now())).toBeLessThan(60_000);
});
