/** Pages: nothing is torn that belongs together, and a table says its header again. */
import { expect, test } from 'vitest';
import { placeOnPages } from './lay-out.ts';
import { COLUMN_HEIGHT, room, type Strip } from './sheet.ts';

const strip = (height: number, more: Partial<Strip> = {}): Strip => ({ height, marks: [], ...more });
const heights = (strips: readonly Strip[]): number[][] =>
  placeOnPages(strips).map((page) => page.map((placed) => placed.strip.height));

test('a heading goes to the next page with what it is above of', () => {
  const filled = strip(COLUMN_HEIGHT - 40);
  expect(heights([filled, strip(20, { keepWithNext: true }), room(3), strip(30)])).toEqual([
    [COLUMN_HEIGHT - 40],
    [20, 3, 30],
  ]);
});

test('room is not needed at the top of a page', () => {
  expect(heights([strip(COLUMN_HEIGHT), room(12), strip(30)])).toEqual([[COLUMN_HEIGHT], [30]]);
});

test('a table that goes on says its header again', () => {
  const header = strip(20, { keepWithNext: true });
  const row = strip(COLUMN_HEIGHT / 2, { header });
  expect(heights([header, row, row, row])).toEqual([
    [20, row.height],
    [20, row.height],
    [20, row.height],
  ]);
});

test('what no page can hold together is parted, and nothing of it is lost', () => {
  const chain = Array.from({ length: 5 }, () => strip(COLUMN_HEIGHT / 2, { keepWithNext: true }));
  expect(heights(chain).flat()).toHaveLength(5);
  expect(heights(chain)).toHaveLength(3);
});
