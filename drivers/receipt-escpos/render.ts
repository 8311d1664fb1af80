/** A receipt as the bytes that print it: pure, one receipt always gives the same bytes. */
import type { Receipt, ReceiptBlock } from '#contract/devices/printer.ts';
import {
  align,
  bold,
  CHINESE_MODE,
  concat,
  CUT,
  INITIALIZE,
  LINE_FEED,
  LINES_TO_CUTTER,
  qrCode,
  size,
  type Alignment,
} from './codec.ts';
import { encode, printable, widthOfAll } from './font.ts';
import type { Glyphs } from './glyphs.ts';
import { wrap } from './wrap.ts';

/** At eight dots per millimetre a module of 6 dots is 0.75 mm: easy for any phone. */
const QR_MODULE_DOTS = 6;

type Signs = readonly string[];

/** The paper's width in half-width characters, and pictures of signs that the printer doesn't have. */
export interface Paper {
  readonly columns: number;
  readonly glyphs: Glyphs;
}

export function renderReceipt(receipt: Receipt, paper: Paper): Uint8Array {
  return concat([
    INITIALIZE,
    CHINESE_MODE,
    ...receipt.blocks.map((block) => renderBlock(block, paper)),
    ...Array.from({ length: LINES_TO_CUTTER }, () => LINE_FEED),
    CUT,
  ]);
}

function renderBlock(block: ReceiptBlock, paper: Paper): Uint8Array {
  const { columns, glyphs } = paper;
  switch (block.kind) {
    case 'title':
      return concat([
        size(2, 2),
        bold(true),
        paragraphs(block.text, { columns: columns / 2, glyphs }, 'center'),
        bold(false),
        size(1, 1),
      ]);
    case 'emphasis':
      return concat([size(1, 2), bold(true), paragraphs(block.text, paper, 'center'), bold(false), size(1, 1)]);
    case 'text':
      return paragraphs(block.text, paper, block.align);
    case 'pair':
      return lines(pair(printable(block.label, glyphs), printable(block.value, glyphs), columns), 'left', glyphs);
    case 'rule':
      return lines([Array.from({ length: columns }, () => '-')], 'left', glyphs);
    case 'qr':
      return concat([align('center'), qrCode(block.data, QR_MODULE_DOTS), LINE_FEED, align('left')]);
    case 'gap':
      return LINE_FEED;
  }
}

function paragraphs(text: string, { columns, glyphs }: Paper, alignment: Alignment): Uint8Array {
  return lines(
    text.split(/\r\n|[\r\n]/).flatMap((paragraph) => wrap(printable(paragraph, glyphs), Math.floor(columns))),
    alignment,
    glyphs,
  );
}

function lines(texts: readonly Signs[], alignment: Alignment, glyphs: Glyphs): Uint8Array {
  const printed = concat(texts.flatMap((signs) => [encode(signs, glyphs), LINE_FEED]));
  return alignment === 'left' ? printed : concat([align(alignment), printed, align('left')]);
}

/** Label at the left, value at the right; too long for one line, the value goes below, still at the right. */
function pair(label: Signs, value: Signs, columns: number): readonly Signs[] {
  const gap = columns - widthOfAll(label) - widthOfAll(value);
  if (gap >= 2) return [[...label, ...blanks(gap), ...value]];
  return [
    ...wrap(label, columns),
    ...wrap(value, columns - 2).map((line) => [...blanks(columns - widthOfAll(line)), ...line]),
  ];
}

function blanks(count: number): Signs {
  return Array.from({ length: Math.max(0, count) }, () => ' ');
}
