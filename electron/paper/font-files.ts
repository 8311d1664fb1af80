/** Where the pieces of the screen's font lie, each for some of the signs: in npm's folder in a checkout, beside the program where it ships. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The folder beside the bundled program. */
export const SHIPPED_FOLDER = 'paper-font';

export function fontFolder(): string {
  const shipped = path.join(import.meta.dirname, SHIPPED_FOLDER);
  if (existsSync(shipped)) return shipped;
  return path.dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/unicode.json'));
}

/** By name; which signs a piece is for is said as in CSS, `U+4e00-4e05,U+4e07`. */
export function readPieces(folder: string): ReadonlyMap<string, readonly (readonly [from: number, to: number])[]> {
  const said = JSON.parse(readFileSync(path.join(folder, 'unicode.json'), 'utf8')) as Readonly<Record<string, string>>;
  return new Map(Object.entries(said).map(([name, ranges]) => [name.replaceAll(/[[\]]/g, ''), rangesOf(ranges)]));
}

export function readPiece(folder: string, piece: string): Uint8Array {
  return readFileSync(path.join(folder, 'files', `noto-sans-sc-${piece}-wght-normal.woff2`));
}

function rangesOf(css: string): (readonly [number, number])[] {
  return css.split(',').map((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
}
