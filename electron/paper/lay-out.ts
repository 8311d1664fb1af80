/** A paper as strips, and the strips on pages. */
import type { PaperBlock } from '#contract/paper.ts';
import { qrStrips, signatureStrips, verifyStrips } from './blocks/figures.ts';
import { factStrips, tableStrips } from './blocks/grid.ts';
import { textStrips } from './blocks/text-blocks.ts';
import { COLUMN_HEIGHT, room, type Strip } from './sheet.ts';
import type { TypeSetter } from './type-setter.ts';

export interface Placed {
  /** From the top margin. */
  readonly y: number;
  readonly strip: Strip;
}

export function layOut(blocks: readonly PaperBlock[], setter: TypeSetter): readonly (readonly Placed[])[] {
  return placeOnPages(blocks.flatMap((block) => stripsOf(block, setter)));
}

function stripsOf(block: PaperBlock, setter: TypeSetter): readonly Strip[] {
  switch (block.kind) {
    case 'facts':
      return factStrips(block, setter);
    case 'table':
      return tableStrips(block, setter);
    case 'qr':
      return qrStrips(block, setter);
    case 'signature':
      return signatureStrips(block, setter);
    case 'verify':
      return verifyStrips(block, setter);
    case 'gap':
      return [room(18)];
    default:
      return textStrips(block, setter);
  }
}

/** Strips that belong together go to the next page together, unless no page can hold them. */
export function placeOnPages(strips: readonly Strip[]): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [[]];
  let y = 0;
  const page = (): Placed[] => pages.at(-1) ?? [];
  const turn = (): void => {
    pages.push([]);
    y = 0;
  };
  const place = (strip: Strip): void => {
    page().push({ y, strip });
    y += strip.height;
  };
  for (const together of keptTogether(strips)) {
    const height = together.reduce((sum, strip) => sum + strip.height, 0);
    const [only] = together;
    if (together.length === 1 && only?.isRoom === true) {
      if (page().length > 0 && y + height <= COLUMN_HEIGHT) place(only);
      continue;
    }
    if (page().length > 0 && y + height > COLUMN_HEIGHT) turn();
    for (const strip of together) {
      if (page().length > 0 && y + strip.height > COLUMN_HEIGHT) turn();
      if (page().length === 0 && strip.isRoom === true) continue;
      if (page().length === 0 && strip.header !== undefined) place(strip.header);
      place(strip);
    }
  }
  return pages;
}

function keptTogether(strips: readonly Strip[]): readonly (readonly Strip[])[] {
  const groups: Strip[][] = [];
  let open = false;
  for (const strip of strips) {
    const last = groups.at(-1);
    if (open && last !== undefined) last.push(strip);
    else groups.push([strip]);
    // Room between them parts nothing.
    open = strip.keepWithNext === true || (open && strip.isRoom === true);
  }
  return groups;
}
