/** Signs that the font of our papers lacks, as pictures from a bitmap font on the disk. */
import { readFileSync } from 'node:fs';
import { type RareSign, rareSignIn } from '#contract/rare-sign.ts';

/** The file is read at the first sign that needs it. Without the file, or the sign in it, the answer is null. */
export function rareSignsFrom(file: string): (sign: string) => RareSign | null {
  let font: string | null = null;
  return (sign) => {
    font ??= readFont(file);
    return rareSignIn(font, sign);
  };
}

function readFont(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
