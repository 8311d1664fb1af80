/** What a receipt looks like on paper, read back by a decoder that nobody here wrote. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReceiptBlock } from '#contract/devices/printer.ts';
import { toHex } from '../conformance/bytes.ts';
import { printable, widthOf } from './font.ts';
import { NO_GLYPHS } from './glyphs.ts';
import { renderReceipt } from './render.ts';

const oracle = new TextDecoder('gb18030', { fatal: true });

/** Commands and how many bytes each takes, by its first two. */
const COMMAND_LENGTHS: Readonly<Record<string, number>> = {
  '1b40': 2,
  '1b74': 3,
  '1b61': 3,
  '1b45': 3,
  '1c26': 2,
  '1d21': 3,
  '1d56': 3,
};

/** The printed lines: commands taken out, the rest decoded as GB18030, without the feed to the cutter. */
function linesOf(blocks: readonly ReceiptBlock[], columns: number): string[] {
  const bytes = Buffer.from(renderReceipt({ blocks: [...blocks] }, { columns, glyphs: NO_GLYPHS }));
  const text: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const command = COMMAND_LENGTHS[bytes.subarray(at, at + 2).toString('hex')];
    if (command === undefined) text.push(bytes[at] ?? 0);
    at += command ?? 1;
  }
  return oracle.decode(Uint8Array.from(text)).split('\n').slice(0, -5);
}

function columnsOf(line: string): number {
  return [...line].reduce((sum, sign) => sum + (/[ -~]/.test(sign) ? 1 : 2), 0);
}

test('label left, value right, in exactly the width of the paper', () => {
  const [line = ''] = linesOf([{ kind: 'pair', label: '办件编号', value: 'A-1' }], 32);
  expect(line).toBe(`办件编号${' '.repeat(21)}A-1`);
  expect(columnsOf(line)).toBe(32);
});

test('a value too long for its line goes below, still at the right', () => {
  const lines = linesOf([{ kind: 'pair', label: '办理地点', value: '望舒区二十四小时政务服务大厅' }], 32);
  expect(lines).toEqual(['办理地点', '    望舒区二十四小时政务服务大厅']);
});

test('Latin words stay whole, Chinese breaks anywhere, marks never begin a line', () => {
  expect(linesOf([{ kind: 'text', text: 'Please keep this receipt', align: 'left' }], 12)).toEqual([
    'Please keep',
    'this receipt',
  ]);
  expect(linesOf([{ kind: 'text', text: '请保管好您的凭条，谢谢。', align: 'left' }], 16)).toEqual([
    '请保管好您的凭',
    '条，谢谢。',
  ]);
});

test('a title is twice as wide, so half as many characters fit', () => {
  expect(linesOf([{ kind: 'title', text: '望舒区政务服务凭条' }], 32)).toEqual(['望舒区政务服务凭', '条']);
});

test('any text fits the paper and decodes to what was meant', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.integer({ min: 24, max: 64 }), (text, columns) => {
      const lines = linesOf([{ kind: 'text', text, align: 'left' }], columns);
      for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
      const meant = text.split(/\r\n|[\r\n]/).flatMap((paragraph) => printable(paragraph, NO_GLYPHS));
      const blanks = / /g;
      expect(lines.join('').replaceAll(blanks, '')).toBe(meant.join('').replaceAll(blanks, ''));
    }),
  );
});

test('no text can command the printer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const blocks: ReceiptBlock[] = [
        { kind: 'text', text: `\u0010\u0004\u0001\u001b@\u001dV\u0000${text}`, align: 'left' },
      ];
      const body = renderReceipt({ blocks }, { columns: 48, glyphs: NO_GLYPHS }).slice(7, -7);
      expect([...body].filter((byte) => byte < 0x20 && byte !== 0x0a)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('what the printer has no sign for becomes 〓, and takes two columns like every wide sign', () => {
  expect(printable('𠀀é\u{e000}a', NO_GLYPHS)).toEqual(['〓', 'é', '〓', 'a']);
  expect(widthOf('〓')).toBe(2);
});

test('one receipt always gives the same bytes, from ESC @ to the cut', () => {
  const blocks: ReceiptBlock[] = [
    { kind: 'qr', data: 'micro-centre-1-20261121-0001-71' },
    { kind: 'rule' },
    { kind: 'gap' },
  ];
  const printed = toHex(renderReceipt({ blocks }, { columns: 32, glyphs: NO_GLYPHS }));
  expect(printed.startsWith('1B 40 1B 74 00 1C 26 1B 61 01 1D 28 6B')).toBe(true);
  expect(printed.endsWith('0A 0A 0A 0A 1D 56 01')).toBe(true);
  expect(printed).toBe(toHex(renderReceipt({ blocks }, { columns: 32, glyphs: NO_GLYPHS })));
});
