/** A leak shows in the rows with its size and its process; without one nothing looks like it. */
import { expect, test } from 'vitest';
import type { Sample } from './measure-memory.ts';
import { memoryRows } from './memory-rows.ts';

function samples(deviceHost: (sessions: number) => number): Sample[] {
  return Array.from({ length: 51 }, (_, index) => ({
    sessions: index * 10,
    memory: {
      'main and store worker': 90_000 + (index % 2) * 400,
      'device host': deviceHost(index * 10),
      browser: 60_000,
      page: 80_000,
      'rest of the browser': 50_000,
    },
  }));
}

const growthOf = (rows: ReturnType<typeof memoryRows>, name: string) =>
  rows.find(({ what }) => what.startsWith(`${name} grows`));

test('a process that keeps 7 kB of every session is named', () => {
  const rows = memoryRows(
    samples((sessions) => 40_000 + 7 * sessions),
    200_000,
  );
  expect(growthOf(rows, 'device host')?.value).toBeCloseTo(7);
  expect(growthOf(rows, 'device host')?.ratio).toBeGreaterThan(1);
  expect(growthOf(rows, 'whole kiosk')?.value).toBeCloseTo(7, 0);
  expect(growthOf(rows, 'main and store worker')?.ratio).toBeLessThan(1);
});

test('caches that fill in the first sessions are no leak', () => {
  const rows = memoryRows(
    samples((sessions) => 40_000 + Math.min(sessions, 90) * 100),
    200_000,
  );
  expect(growthOf(rows, 'device host')?.value).toBeCloseTo(0);
});

test('idle is told beside an empty page, the end beside the state after the warm-up', () => {
  const [idle, whole] = memoryRows(
    samples(() => 40_000),
    200_000,
  );
  expect(idle).toMatchObject({ value: 320, limit: 200, ratio: 1.6, unit: 'MB' });
  expect(whole).toMatchObject({ value: 320, limit: 320, ratio: 1 });
});
