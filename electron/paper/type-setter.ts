/** Sets words into lines: what they measure in our fonts, where they break, and their marks. */
import { breakLines, unbreakableParts } from './break-lines.ts';
import type { FontShelf, Weight } from './font-shelf.ts';
import { INK, type Mark } from './sheet.ts';

export interface Type {
  readonly size: number;
  readonly weight: Weight;
  readonly colour?: string;
}

export interface TypeSetter {
  width(text: string, type: Type): number;
  /** The widest part of a text that should not be torn. */
  widestPart(text: string, type: Type): number;
  lines(text: string, width: number, type: Type, firstIndent?: number): readonly string[];
}

export function typeSetter(fonts: FontShelf): TypeSetter {
  const width = (text: string, { size, weight }: Type): number => {
    let parts = 0;
    for (const sign of text) parts += fonts.sign(sign, weight).advance;
    return parts * size;
  };
  return {
    width,
    widestPart: (text, type) => Math.max(0, ...unbreakableParts(text).map((part) => width(part.trimEnd(), type))),
    lines: (text, room, type, firstIndent) => breakLines(text, room, (part) => width(part, type), firstIndent),
  };
}

/** Where the base line is in a line of this height: Chinese signs stand in its middle. */
export function baseline(lineHeight: number, size: number): number {
  return lineHeight / 2 + size * 0.36;
}

export function textMark(text: string, x: number, y: number, { size, weight, colour = INK.text }: Type): Mark {
  return { kind: 'text', x, y, text, size, weight, colour };
}
