/** Rare signs on paper: drawn from a bitmap font, in the line, and as wide as any other. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { encode, printable } from './font.ts';
import { CELL_DOTS, NO_GLYPHS, glyphsFrom } from './glyphs.ts';

const folder = mkdtempSync(join(tmpdir(), 'glyphs-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
function fontOf(...lines: readonly string[]): string {
  files += 1;
  const file = join(folder, `${files}.hex`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

const FRAME = `FFFF${'8001'.repeat(14)}FFFF`;
const BAR = '18'.repeat(16);

/** The picture as text, one character a dot. */
function seen(columns: Uint8Array | null): readonly string[] {
  const dot = (x: number, y: number): string =>
    (((columns ?? [])[x * 3 + (y >> 3)] ?? 0) >> (7 - (y & 7))) & 1 ? '#' : '.';
  return Array.from({ length: CELL_DOTS }, (_, y) => Array.from({ length: CELL_DOTS }, (__, x) => dot(x, y)).join(''));
}

test('a sign of the font fills the cell; a narrow one stands in its middle; any other has no picture', () => {
  const glyphs = glyphsFrom(fontOf(`4DAD:${BAR}`, `36C3:${FRAME}`));
  const rows = seen(glyphs('㛃'));
  expect([rows[0], rows[1], rows[2], rows[23]]).toEqual([
    '#'.repeat(24),
    '#'.repeat(24),
    `##${'.'.repeat(21)}#`,
    '#'.repeat(24),
  ]);
  expect(seen(glyphs('䶭'))[12]).toBe(`${'.'.repeat(11)}###${'.'.repeat(10)}`);
  expect(glyphs('㐂')).toBeNull();
});

test('in a line it takes the place of one wide character, between the others', () => {
  const glyphs = glyphsFrom(fontOf(`36C3:${FRAME}`));
  const signs = printable('林㛃女', glyphs);
  expect(signs).toEqual(['林', '㛃', '女']);
  const bytes = Buffer.from(encode(signs, glyphs));
  expect(bytes.subarray(0, 2).toString('hex')).toBe('c1d6');
  expect(bytes.subarray(2, 7).toString('hex')).toBe('1b2a211800');
  expect(bytes).toHaveLength(2 + 5 + 72 + 2);
  expect(bytes.subarray(-2).toString('hex')).toBe('c5ae');
});

test('without the font, and for private signs and loose accents, 〓 as before', () => {
  expect(printable('㛃', NO_GLYPHS)).toEqual(['〓']);
  expect(printable('㛃', glyphsFrom(join(folder, 'gone.hex')))).toEqual(['〓']);
  expect(printable('\u{e000}\u{301}', glyphsFrom(fontOf(`E000:${FRAME}`, `0301:${BAR}`)))).toEqual(['〓', '〓']);
  expect(printable('㛃', glyphsFrom(fontOf('36C3:FF')))).toEqual(['〓']);
});

test('no picture holds an order that a printer obeys inside pictures', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (rows) => {
      const picture = glyphsFrom(fontOf(`36C3:${Buffer.from(rows).toString('hex').toUpperCase()}`))('㛃') ?? [];
      const orders = [...picture].filter(
        (byte, at) => byte === 0x10 && [0x04, 0x05, 0x14].includes(picture[at + 1] ?? 0),
      );
      expect(orders).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
