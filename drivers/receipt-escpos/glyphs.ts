/** Pictures of signs that the printer's own font lacks, from a bitmap font in Unifont's `.hex` form: one line each, `4DAE:` and its rows. */
import { readFileSync } from 'node:fs';

/** A full cell of the printer: 24 columns from left to right, three bytes each, the top dot in the highest bit. */
export const CELL_DOTS = 24;
/** null: this sign has no picture. */
export type Glyphs = (sign: string) => Uint8Array | null;

export const NO_GLYPHS: Glyphs = () => null;

/** Drawn 16 dots high in the font. */
const FONT_DOTS = 16;
const BYTES_A_COLUMN = CELL_DOTS / 8;

/** The file is read at the first sign that needs it and forgotten with the receipt: no name stays behind. Without the file there are no pictures. */
export function glyphsFrom(file: string): Glyphs {
  let font: string | null = null;
  return (sign) => {
    font ??= readFont(file);
    const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const at = `\n${font}`.indexOf(`\n${code}:`);
    if (at === -1) return null;
    const rows = /^[0-9A-F]+/.exec(font.slice(at + code.length + 1, at + code.length + 1 + 64))?.[0] ?? '';
    return rows.length === 32 || rows.length === 64 ? pictureOf(rows) : null;
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
function pictureOf(rows: string): Uint8Array {
  const digitsARow = rows.length / FONT_DOTS;
  const wide = digitsARow * 4;
  const left = (FONT_DOTS - wide) / 2;
  const isBlack = (x: number, y: number): boolean => {
    if (x < left || x >= left + wide) return false;
    const row = Number.parseInt(rows.slice(y * digitsARow, (y + 1) * digitsARow), 16);
    return ((row >> (wide - 1 - (x - left))) & 1) === 1;
  };
  const inFont = (dot: number): number => Math.floor((dot * FONT_DOTS) / CELL_DOTS);
  const columns = new Uint8Array(CELL_DOTS * BYTES_A_COLUMN);
  for (let x = 0; x < CELL_DOTS; x += 1)
    for (let y = 0; y < CELL_DOTS; y += 1) {
      const cell = x * BYTES_A_COLUMN + (y >> 3);
      if (isBlack(inFont(x), inFont(y))) columns[cell] = (columns[cell] ?? 0) | (0x80 >> (y & 7));
    }
  return withoutOrders(columns);
}

/** A printer obeys DLE EOT, ENQ and DC4 also inside a picture: one dot more, and it is none. */
function withoutOrders(columns: Uint8Array): Uint8Array {
  return columns.map((byte, index) =>
    byte === 0x10 && [0x04, 0x05, 0x14].includes(columns[index + 1] ?? 0) ? 0x18 : byte,
  );
}
