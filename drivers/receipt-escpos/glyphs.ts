/** Pictures of signs that the printer's own font lacks, as it takes them. */
import { readFileSync } from 'node:fs';
import { type RareSign, rareSignIn } from '#contract/rare-sign.ts';

/** A full cell of the printer: 24 columns from left to right, three bytes each, the top dot in the highest bit. */
export const CELL_DOTS = 24;
/** null: this sign has no picture. */
export type Glyphs = (sign: string) => Uint8Array | null;

export const NO_GLYPHS: Glyphs = () => null;

const BYTES_A_COLUMN = CELL_DOTS / 8;

/** The file is read at the first sign that needs it and forgotten with the receipt: no name stays behind. Without the file there are no pictures. */
export function glyphsFrom(file: string): Glyphs {
  let font: string | null = null;
  return (sign) => {
    font ??= readFont(file);
    const found = rareSignIn(font, sign);
    return found === null ? null : pictureOf(found);
  };
}

function readFont(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

/** Each dot of the cell is the dot of the font that lies there; a narrow sign stands in the middle. */
function pictureOf({ width, height, isBlack }: RareSign): Uint8Array {
  const left = (height - width) / 2;
  const inFont = (dot: number): number => Math.floor((dot * height) / CELL_DOTS);
  const columns = new Uint8Array(CELL_DOTS * BYTES_A_COLUMN);
  for (let x = 0; x < CELL_DOTS; x += 1)
    for (let y = 0; y < CELL_DOTS; y += 1) {
      const cell = x * BYTES_A_COLUMN + (y >> 3);
      if (isBlack(inFont(x) - left, inFont(y))) columns[cell] = (columns[cell] ?? 0) | (0x80 >> (y & 7));
    }
  return withoutOrders(columns);
}

/** A printer obeys DLE EOT, ENQ and DC4 also inside a picture: one dot more, and it is none. */
function withoutOrders(columns: Uint8Array): Uint8Array {
  return columns.map((byte, index) =>
    byte === 0x10 && [0x04, 0x05, 0x14].includes(columns[index + 1] ?? 0) ? 0x18 : byte,
  );
}
