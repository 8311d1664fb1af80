/** Every sign that a paper will show, by weight, so that its fonts hold these and no others. */
import type { PaperBlock, PaperDocument } from '#contract/paper.ts';
import { writtenCode } from '#contract/verify-code.ts';
import type { Weight } from './font-shelf.ts';

type Texts = Readonly<Record<Weight, readonly string[]>>;

/** The numbers of lists and pages. */
const OURS = '0123456789.•';

export function signsOf({ blocks, footer, watermark, pageWords }: PaperDocument): Readonly<Record<Weight, string>> {
  const texts = blocks.map(textsOf);
  return {
    regular: distinct([OURS, footer ?? '', pageWords, ...texts.flatMap(({ regular }) => regular)]),
    bold: distinct([watermark ?? '', ...texts.flatMap(({ bold }) => bold)]),
  };
}

function textsOf(block: PaperBlock): Texts {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return { regular: [], bold: [block.text] };
    case 'subtitle':
    case 'paragraph':
      return { regular: [block.text], bold: [] };
    case 'list':
      return { regular: block.items, bold: [] };
    case 'facts':
      return { regular: block.rows.map(({ value }) => value), bold: block.rows.map(({ label }) => label) };
    case 'table':
      return { regular: block.rows.flat(), bold: block.header };
    case 'qr':
    case 'signature':
      return { regular: [block.caption], bold: [] };
    case 'verify':
      return { regular: [block.label, block.where], bold: [writtenCode(block.code)] };
    case 'gap':
      return { regular: [], bold: [] };
  }
}

function distinct(texts: readonly string[]): string {
  return [...new Set(texts.join(''))].toSorted().join('');
}
