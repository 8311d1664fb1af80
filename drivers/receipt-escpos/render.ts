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
import { wrap } from './wrap.ts';

/** At eight dots per millimetre a module of 6 dots is 0.75 mm: easy for any phone. */
const QR_MODULE_DOTS = 6;

type Signs = readonly string[];

/** `columns`: half-width characters in one line. */
export function renderReceipt(receipt: Receipt, columns: number): Uint8Array {
  return concat([
    INITIALIZE,
    CHINESE_MODE,
    ...receipt.blocks.map((block) => renderBlock(block, columns)),
    ...Array.from({ length: LINES_TO_CUTTER }, () => LINE_FEED),
    CUT,
  ]);
}

function renderBlock(block: ReceiptBlock, columns: number): Uint8Array {
  switch (block.kind) {
    case 'title':
      return concat([size(2, 2), bold(true), paragraphs(block.text, columns / 2, 'center'), bold(false), size(1, 1)]);
    case 'emphasis':
      return concat([size(1, 2), bold(true), paragraphs(block.text, columns, 'center'), bold(false), size(1, 1)]);
    case 'text':
      return paragraphs(block.text, columns, block.align);
    case 'pair':
      return lines(pair(printable(block.label), printable(block.value), columns), 'left');
    case 'rule':
      return lines([Array.from({ length: columns }, () => '-')], 'left');
    case 'qr':
      return concat([align('center'), qrCode(block.data, QR_MODULE_DOTS), LINE_FEED, align('left')]);
    case 'gap':
      return LINE_FEED;
  }
}

function paragraphs(text: string, columns: number, alignment: Alignment): Uint8Array {
  return lines(
    text.split(/\r\n|[\r\n]/).flatMap((paragraph) => wrap(printable(paragraph), Math.floor(columns))),
    alignment,
  );
}

function lines(texts: readonly Signs[], alignment: Alignment): Uint8Array {
  const printed = concat(texts.flatMap((signs) => [encode(signs), LINE_FEED]));
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
