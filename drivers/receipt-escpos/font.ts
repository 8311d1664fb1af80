/** Which characters a Chinese receipt printer has: one byte (half width) or two bytes of GB18030 (full width); others are drawn. */
import iconv from 'iconv-lite';
import { concat, picture } from './codec.ts';
import type { Glyphs } from './glyphs.ts';

/** 〓, the mark printers themselves use for a character that is missing. */
export const MISSING = '〓';

/** The signs whose plain code would print as something else. */
const REPLACED: Readonly<Record<string, string>> = {
  // U+00A5 is four bytes in GB18030 and prints as "0 6"; U+FFE5 is the yen and yuan sign of the printer's font.
  '¥': '￥',
  '\u00a0': ' ',
  '\t': ' ',
};

/** The characters of `text` as the printer can print or draw them. Control characters vanish: no text can command the printer. */
export function printable(text: string, glyphs: Glyphs): readonly string[] {
  return [...text].flatMap((character) => {
    const sign = REPLACED[character] ?? character;
    if (/\p{Cc}|\p{Cf}/u.test(sign)) return [];
    return isInFont(sign) || isDrawn(sign, glyphs) ? [sign] : [MISSING];
  });
}

/** A mark that belongs onto the sign before it can't be drawn by itself. */
function isDrawn(sign: string, glyphs: Glyphs): boolean {
  return !/[\p{Co}\p{Cs}\p{M}]/u.test(sign) && glyphs(sign) !== null;
}

function isInFont(sign: string): boolean {
  if (/[\p{Co}\p{Cs}]/u.test(sign)) return false;
  const bytes = iconv.encode(sign, 'gb18030');
  if (bytes.length === 1) return sign >= ' ' && sign <= '~';
  return bytes.length === 2;
}

/** Columns of half width that a printable character takes: as many as its bytes. */
export function widthOf(sign: string): number {
  return sign >= ' ' && sign <= '~' ? 1 : 2;
}

export function widthOfAll(signs: readonly string[]): number {
  return signs.reduce((sum, sign) => sum + widthOf(sign), 0);
}

export function encode(signs: readonly string[], glyphs: Glyphs): Uint8Array {
  return concat(
    signs.map((sign) => {
      const drawn = isInFont(sign) ? null : glyphs(sign);
      return drawn === null ? new Uint8Array(iconv.encode(sign, 'gb18030')) : picture(drawn);
    }),
  );
}
