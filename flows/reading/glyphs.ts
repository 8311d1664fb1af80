/** A page as rows of single characters: what stands at the same height is one row, whatever the reader made of it. */
import type { PageRead, PixelBox, ReadLine } from '#contract/ocr.ts';

export interface Glyph {
  readonly text: string;
  readonly box: PixelBox;
  readonly confidence: number;
}

/** From left to right, without spaces. */
export type Row = readonly Glyph[];

/** From top to bottom. */
export function rowsOf(page: PageRead): readonly Row[] {
  const rows: ReadLine[][] = [];
  for (const line of page.lines.toSorted((a, b) => middle(a.box) - middle(b.box))) {
    const row = rows.find((lines) => lines.some((other) => standBesideEachOther(line.box, other.box)));
    if (row === undefined) rows.push([line]);
    else row.push(line);
  }
  return rows.map((lines) => lines.toSorted((a, b) => a.box.left - b.box.left).flatMap(glyphsOf));
}

/** Full-width forms become plain ones, one character each, so that 「１２：」 is found as `12:`. */
function glyphsOf(line: ReadLine): readonly Glyph[] {
  return line.words
    .flatMap((word) => word.characters)
    .flatMap(({ text, box, confidence }) =>
      [...text.normalize('NFKC')].filter((each) => each.trim() !== '').map((each) => ({ text: each, box, confidence })),
    );
}

/** At least half of the lower one's height in common, and neither above the other's text. */
function standBesideEachOther(a: PixelBox, b: PixelBox): boolean {
  const common = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  const apart = a.left >= b.left + b.width || b.left >= a.left + a.width;
  return apart && common * 2 >= Math.min(a.height, b.height);
}

function middle(box: PixelBox): number {
  return box.top + box.height / 2;
}

export function textOf(glyphs: Row): string {
  return glyphs.map(({ text }) => text).join('');
}

/** As sure as the least sure of its characters: one wrong character is a wrong name. 0 for nothing. */
export function surenessOf(glyphs: Row): number {
  return glyphs.length === 0 ? 0 : Math.min(...glyphs.map(({ confidence }) => confidence));
}

/** The rectangle around all of them; null for nothing. */
export function boxAround(glyphs: Row): PixelBox | null {
  if (glyphs.length === 0) return null;
  const left = Math.min(...glyphs.map(({ box }) => box.left));
  const top = Math.min(...glyphs.map(({ box }) => box.top));
  const right = Math.max(...glyphs.map(({ box }) => box.left + box.width));
  const bottom = Math.max(...glyphs.map(({ box }) => box.top + box.height));
  return { left, top, width: right - left, height: bottom - top };
}
