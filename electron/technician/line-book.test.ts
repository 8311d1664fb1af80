/** A book of lines: it never grows beyond its bounds, whatever the clock says, and half a line is no line. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { CAN_MOUNT, makeSmallDisk } from '#fixtures/store/small-disk.ts';
import { openBook, pageOf, type LineBook } from './line-book.ts';

const Line = z.strictObject({ n: z.number(), at: z.number(), text: z.string() });
type Line = z.infer<typeof Line>;
const NOW = 1_773_480_000_000;
const DAY_MS = 86_400_000;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-book-'));
  file = path.join(folder, 'book.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (keepLines = 2_000, place = file): Promise<LineBook<Line>> =>
  openBook({ file: place, line: Line, keepMs: 90 * DAY_MS, keepLines, now: NOW, durable: false });
const say = (book: LineBook<Line>, at = NOW, text = 'x'): Promise<Line> => book.append((n) => ({ n, at, text }));
const numbers = (book: LineBook<Line>): number[] => book.lines().map(({ n }) => n);

function write(ages: readonly number[]): void {
  const lines = ages.map((days, index) => JSON.stringify({ n: index + 1, at: NOW - days * DAY_MS, text: 'x' }));
  writeFileSync(file, `${lines.join('\n')}\n`);
}

test('what is older than 90 days goes from the front at a start; numbers go on', async () => {
  write([...Array.from({ length: 300 }, () => 91), ...Array.from({ length: 600 }, () => 1)]);
  const book = await open();
  expect(book.lines()).toHaveLength(600);
  expect(await say(book)).toMatchObject({ n: 901 });
  expect((await open()).lines()).toHaveLength(601);
});

test('a wrong clock costs no more than what lies before the newest 500, and never tears a hole', async () => {
  write(Array.from({ length: 600 }, () => 9_000));
  expect(numbers(await open())[0]).toBe(101);
  write([1, 2, 20_000, 3]);
  expect(numbers(await open())).toEqual([1, 2, 3, 4]);
});

test('while it runs it stays bounded too, in memory and on the disk', async () => {
  const book = await open(10);
  for (let line = 0; line < 95; line += 1) await say(book);
  expect(numbers(book)).toEqual([86, 87, 88, 89, 90, 91, 92, 93, 94, 95]);
  expect(readFileSync(file, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(20);
  expect(numbers(await open(10))).toEqual(numbers(book));
});

test('pages from the newest to the oldest, each line once', async () => {
  write([1, 1, 1, 1, 1]);
  const lines = (await open()).lines();
  const first = pageOf(lines, { before: null, limit: 2 });
  const second = pageOf(lines, { before: first.next, limit: 2 });
  const third = pageOf(lines, { before: second.next, limit: 2 });
  expect([first, second, third].map(({ page, next }) => [page.map(({ n }) => n), next])).toEqual([
    [[5, 4], 4],
    [[3, 2], 2],
    [[1], null],
  ]);
});

test.skipIf(!CAN_MOUNT)(
  'a disk that is full in the middle of a line: the line is refused, the book stays whole',
  async () => {
    const disk = makeSmallDisk(1);
    try {
      const place = path.join(disk.folder, 'book.jsonl');
      const book = await open(100, place);
      await say(book);
      const size = statSync(place).size;
      disk.fill();
      await expect(say(book, NOW, 'y'.repeat(100_000))).rejects.toMatchObject({ code: 'ENOSPC' });
      expect(statSync(place).size).toBe(size);
      disk.clear();
      await say(book);
      expect(numbers(await open(100, place))).toEqual([1, 2]);
    } finally {
      disk.remove();
    }
  },
);
