/** How much of the roll a receipt takes: lines, high lines and codes by what they measure. */
import { expect, test } from 'vitest';
import type { Receipt } from '#contract/devices/printer.ts';
import { paperMillimetres } from './paper-used.ts';
import { renderReceipt } from './render.ts';

const used = (receipt: Receipt): number =>
  paperMillimetres(receipt, renderReceipt(receipt, { columns: 48, glyphs: () => null }));

test('every line takes a sixth of an inch, a title more, a code as much as six lines', () => {
  const one = used({ blocks: [{ kind: 'text', text: '一行', align: 'left' }] });
  // The line and the four to the cutter.
  expect(one).toBe(Math.ceil((5 * 25.4) / 6));
  const gaps = Array.from({ length: 12 }, () => ({ kind: 'gap' }) as const);
  expect(used({ blocks: [{ kind: 'text', text: '一行', align: 'left' }, ...gaps] })).toBe(Math.ceil((17 * 25.4) / 6));
  expect(used({ blocks: [{ kind: 'title', text: '题' }] })).toBe(one + 2);
  expect(used({ blocks: [{ kind: 'qr', data: 'YB' }] })).toBe(one + 25);
});
