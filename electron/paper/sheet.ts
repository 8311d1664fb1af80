/** The sheet of our papers in points (1/72 inch): its margins, its sizes of text, and what can be drawn on it. */
import type { Weight } from './font-shelf.ts';

/** A4 with margins of 25 mm at the sides. */
export const SHEET = { width: 595.28, height: 841.89, side: 70.87, top: 68, bottom: 88 } as const;
export const COLUMN = SHEET.width - 2 * SHEET.side;
/** From the top margin to above the footer. */
export const COLUMN_HEIGHT = SHEET.height - SHEET.top - SHEET.bottom;

/** Nothing is smaller than 12 points: these papers are read by old eyes. */
export const SIZE = { title: 22, subtitle: 14, heading: 15, text: 12.5, small: 12, code: 19 } as const;
/** From one line to the next, in parts of the size: Chinese needs more than Latin. */
export const LEADING = 1.7;
export const TABLE_LEADING = 1.45;

export const INK = { text: '#111111', quiet: '#4a4a4a', rule: '#8a8a8a', tint: '#f3f3f3', mark: '#e8e8e8' } as const;

/** Places are in points from the upper left corner of what the mark belongs to; the `y` of a text is its base line. */
export type Mark =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly weight: Weight;
      readonly colour: string;
    }
  | { readonly kind: 'rule'; readonly x: number; readonly y: number; readonly toX: number; readonly toY: number }
  | { readonly kind: 'tint'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** A path as in SVG, in units of `scale` points. */
  | { readonly kind: 'filled'; readonly x: number; readonly y: number; readonly scale: number; readonly path: string }
  | { readonly kind: 'drawn'; readonly x: number; readonly y: number; readonly scale: number; readonly path: string };

/** A strip over the whole column, never cut in two: a line of text, a row of a table, a picture. */
export interface Strip {
  readonly height: number;
  readonly marks: readonly Mark[];
  /** Stands on the same page as the strip after it. */
  readonly keepWithNext?: boolean;
  /** Stands above it again where it is the first of a page. */
  readonly header?: Strip;
  /** Empty room: not needed at the top of a page. */
  readonly isRoom?: boolean;
}

export function room(height: number): Strip {
  return { height, marks: [], isRoom: true };
}
