/** Pictures of signs that our fonts lack, most of them in names, from a bitmap font in Unifont's `.hex` form: one line each, `4DAE:` and its rows. */

/** Rows in the font. */
const HEIGHT = 16;

export interface RareSign {
  readonly width: number;
  readonly height: number;
  /** Counted from the top left; false beside the sign. */
  isBlack(x: number, y: number): boolean;
}

/** `font`: the text of the file. Null when the sign isn't in it. */
export function rareSignIn(font: string, sign: string): RareSign | null {
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const key = `${code}:`;
  const at = font.startsWith(key) ? 0 : font.indexOf(`\n${key}`);
  if (at === -1) return null;
  const [, rows = ''] = /:([0-9A-F]*)/.exec(font.slice(at, at + 1 + key.length + 64)) ?? [];
  return rows.length === 32 || rows.length === 64 ? signOf(rows) : null;
}

function signOf(rows: string): RareSign {
  const digits = rows.length / HEIGHT;
  const width = digits * 4;
  return {
    width,
    height: HEIGHT,
    isBlack: (x, y) => {
      if (x < 0 || x >= width) return false;
      const row = Number.parseInt(rows.slice(y * digits, (y + 1) * digits), 16);
      return ((row >> (width - 1 - x)) & 1) === 1;
    },
  };
}
