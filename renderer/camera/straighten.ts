/** Cuts the sheet out of the picture and makes it upright and rectangular: the perspective undone. */
import type { Corners } from './find-page.ts';
import type { Point } from './quad.ts';

/** Long side of an A4 sheet at 200 dpi, in pixels: enough to read, small enough for a weak line. */
const LONGEST_SIDE = 2339;
/** ISO 216 and ISO/IEC 7810 ID-1: a sheet or a card that is nearly of this shape is of this shape. */
const SHAPES = [Math.SQRT2, 85.6 / 53.98] as const;
const NEARLY = 0.06;

export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** Size in pixels of the upright sheet. */
export function sizeOf([tl, tr, br, bl]: Corners): { readonly width: number; readonly height: number } {
  const across = (distance(tl, tr) + distance(bl, br)) / 2;
  const down = (distance(tl, bl) + distance(tr, br)) / 2;
  const measured = Math.max(across, down) / Math.min(across, down);
  const shape = SHAPES.find((known) => Math.abs(measured / known - 1) < NEARLY) ?? measured;
  const long = Math.min(LONGEST_SIDE, Math.round(Math.max(across, down)));
  const short = Math.max(1, Math.round(long / shape));
  return across > down ? { width: long, height: short } : { width: short, height: long };
}

/** Width at which a whole picture is kept when no sheet was found in it: no larger than a page. */
export function widthOfWhole({ width, height }: Pick<Pixels, 'width' | 'height'>): number {
  return Math.round(width * Math.min(1, LONGEST_SIDE / Math.max(width, height)));
}

/** The eight numbers that take a point of the unit square into the quadrilateral (Heckbert 1989, section 2.2.3). */
export function squareToQuad([p0, p1, p2, p3]: Corners): (u: number, v: number) => Point {
  const [sx, sy] = [p0.x - p1.x + p2.x - p3.x, p0.y - p1.y + p2.y - p3.y];
  const [dx1, dx2, dy1, dy2] = [p1.x - p2.x, p3.x - p2.x, p1.y - p2.y, p3.y - p2.y];
  const det = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / det;
  const h = (dx1 * sy - sx * dy1) / det;
  const [a, b] = [p1.x - p0.x + g * p1.x, p3.x - p0.x + h * p3.x];
  const [d, e] = [p1.y - p0.y + g * p1.y, p3.y - p0.y + h * p3.y];
  return (u, v) => {
    const w = g * u + h * v + 1;
    return { x: (a * u + b * v + p0.x) / w, y: (d * u + e * v + p0.y) / w };
  };
}

/** Bilinear; what lies outside the picture becomes its nearest edge. */
export function straighten(from: Pixels, corners: Corners): Pixels {
  const { width, height } = sizeOf(corners);
  const place = squareToQuad(corners);
  const data = new Uint8ClampedArray(width * height * 4);
  const source = from.data;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const { x: sx, y: sy } = place((x + 0.5) / width, (y + 0.5) / height);
      const left = Math.min(Math.max(sx - 0.5, 0), from.width - 1.001);
      const top = Math.min(Math.max(sy - 0.5, 0), from.height - 1.001);
      const [x0, y0] = [Math.floor(left), Math.floor(top)];
      const [fx, fy] = [left - x0, top - y0];
      const at = (y0 * from.width + x0) * 4;
      const below = at + from.width * 4;
      const to = (y * width + x) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        const upper = (source[at + channel] ?? 0) * (1 - fx) + (source[at + 4 + channel] ?? 0) * fx;
        const lower = (source[below + channel] ?? 0) * (1 - fx) + (source[below + 4 + channel] ?? 0) * fx;
        data[to + channel] = upper * (1 - fy) + lower * fy;
      }
      data[to + 3] = 255;
    }
  return { width, height, data };
}

/** Corners found in a small picture, in pixels of the large one. */
export function scaled(corners: Corners, by: number): Corners {
  return corners.map(({ x, y }) => ({ x: (x + 0.5) * by, y: (y + 0.5) * by })) as unknown as Corners;
}
