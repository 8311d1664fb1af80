/** A signature as it is kept: an SVG path of strokes on a pad of 120 × 45 mm, in tenths of a millimetre. It is data, and draws the same anywhere. */
import { z } from 'zod';

export interface Pad {
  readonly width: number;
  readonly height: number;
}
export const SIGNATURE_PAD = { width: 1_200, height: 450 } as const satisfies Pad;
/** For a few words instead of a name: as wide, and higher. */
export const WRITING_PAD = { width: 1_200, height: 750 } as const satisfies Pad;

/** How it is drawn again: the `viewBox` of the `svg` around it, high enough for what was written. */
export function sheetOf(path: string): string {
  const pad = isOnPad(path, SIGNATURE_PAD) ? SIGNATURE_PAD : WRITING_PAD;
  return `0 0 ${pad.width} ${pad.height}`;
}
/** The attributes of its `path`. */
export const SIGNATURE_PEN = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 9,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** Characters; the pad takes no stroke beyond. */
export const LONGEST_PATH = 16_000;
/** Only whole numbers, M and L: nothing else of SVG can be in it. A dot is a stroke of no length. */
const STROKES = /^(?:M\d{1,4} \d{1,3}(?:L\d{1,4} \d{1,3})+)+$/;

export const SignaturePath = z.string().max(LONGEST_PATH).regex(STROKES);

/** The answer of who signs elsewhere, where a question lets them. */
export const SIGNED_LATER = 'later';

/** Less is no name, but a slip of the finger. */
const LEAST_INK_MM = 20;

export function isSignature(value: unknown): boolean {
  return isWrittenOn(SIGNATURE_PAD, value);
}

/** Also what was written on the higher pad. */
export function isHandwriting(value: unknown): boolean {
  return isWrittenOn(WRITING_PAD, value);
}

function isWrittenOn(pad: Pad, value: unknown): boolean {
  const path = SignaturePath.safeParse(value);
  return path.success && isOnPad(path.data, pad) && inkMm(path.data) >= LEAST_INK_MM;
}

/** How long all strokes are together. */
export function inkMm(path: string): number {
  const tenths = strokesOf(path).flatMap((stroke) =>
    stroke.slice(1).map(([x, y], index) => {
      const [fromX, fromY] = stroke[index] ?? [x, y];
      return Math.hypot(x - fromX, y - fromY);
    }),
  );
  return tenths.reduce((sum, length) => sum + length, 0) / 10;
}

function isOnPad(path: string, pad: Pad): boolean {
  return strokesOf(path).every((stroke) => stroke.every(([x, y]) => x <= pad.width && y <= pad.height));
}

function strokesOf(path: string): (readonly [number, number])[][] {
  return path
    .split('M')
    .slice(1)
    .map((stroke) =>
      stroke.split('L').map((point) => {
        const [x = 0, y = 0] = point.split(' ').map(Number);
        return [x, y] as const;
      }),
    );
}
