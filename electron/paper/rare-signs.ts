/** Pictures of signs that our font lacks, most of them in names, from a bitmap font in Unifont's `.hex` form: one line each, `4DAE:` and its rows. */
import { readFileSync } from 'node:fs';

const FONT_DOTS = 16;

export interface RareSign {
  readonly width: number;
  readonly height: number;
  isBlack(x: number, y: number): boolean;
}

/** The file is read at the first sign that needs it. Without the file, or the sign in it, the answer is null. */
export function rareSignsFrom(file: string): (sign: string) => RareSign | null {
  let font: string | null = null;
  return (sign) => {
    font ??= `\n${readFont(file)}`;
    const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const at = font.indexOf(`\n${code}:`);
    if (at === -1) return null;
    const start = at + code.length + 2;
    const rows = /^[0-9A-F]+/.exec(font.slice(start, start + 64))?.[0] ?? '';
    return rows.length === 32 || rows.length === 64 ? signOf(rows) : null;
  };
}

function readFont(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

function signOf(rows: string): RareSign {
  const digits = rows.length / FONT_DOTS;
  const width = digits * 4;
  return {
    width,
    height: FONT_DOTS,
    isBlack: (x, y) => {
      const row = Number.parseInt(rows.slice(y * digits, (y + 1) * digits), 16);
      return ((row >> (width - 1 - x)) & 1) === 1;
    },
  };
}
