/** Finds the sheet in a picture: the largest bright patch on the darker glass, and its four corners. */
import { type Gray, histogramOf, splitOf } from './gray.ts';
import { hullOf, largestQuad, type Point } from './quad.ts';

/** Top left, top right, bottom right, bottom left, in pixels of the picture. */
export type Corners = readonly [Point, Point, Point, Point];

export interface FoundPage {
  readonly corners: Corners;
  /** Share of the picture that the sheet covers. */
  readonly share: number;
  /** A side of the sheet lies along the picture's border: something of it is outside. */
  readonly cut: boolean;
  /** 1 for each pixel of the sheet. */
  readonly mask: Uint8Array;
}

/** In a picture with less between dark and bright there is nothing but glass, or nothing but paper. */
const LEAST_CONTRAST = 35;
/** Smaller patches are fingers and reflections. */
const LEAST_SHARE = 0.02;
/** So much of one border covered by the sheet is a side that was cut off, not a corner that touches. */
const CUT_SHARE = 0.04;

/** Null when there is no sheet. */
export function findPage(gray: Gray): FoundPage | null {
  const { shade, apart } = splitOf(histogramOf(gray.pixels));
  if (apart < LEAST_CONTRAST) return null;
  const mask = largestPatch(gray, shade);
  const area = mask.reduce((sum, one) => sum + one, 0);
  const share = area / mask.length;
  if (share < LEAST_SHARE) return null;
  const quad = largestQuad(hullOf(rimOf(mask, gray)));
  if (quad === null) return null;
  return { corners: clockwise(quad), share, cut: isCut(mask, gray), mask };
}

/** Print leaves holes in a sheet; they are closed by looking at the rim only. */
function largestPatch({ width, height, pixels }: Gray, shade: number): Uint8Array {
  const patch = new Int32Array(pixels.length);
  let patches = 0;
  let largest = 0;
  let most = 0;
  const open = new Int32Array(pixels.length);
  for (let start = 0; start < pixels.length; start += 1) {
    if (patch[start] !== 0 || (pixels[start] ?? 0) <= shade) continue;
    patches += 1;
    const name = patches;
    let size = 0;
    let waiting = 1;
    open[0] = start;
    patch[start] = name;
    while (waiting > 0) {
      waiting -= 1;
      const at = open[waiting] ?? 0;
      size += 1;
      const x = at % width;
      const y = (at - x) / width;
      const visit = (next: number): void => {
        if (patch[next] !== 0 || (pixels[next] ?? 0) <= shade) return;
        patch[next] = name;
        open[waiting] = next;
        waiting += 1;
      };
      if (x > 0) visit(at - 1);
      if (x < width - 1) visit(at + 1);
      if (y > 0) visit(at - width);
      if (y < height - 1) visit(at + width);
    }
    if (size > most) [largest, most] = [name, size];
  }
  return Uint8Array.from(patch, (name) => (name === largest && name !== 0 ? 1 : 0));
}

/** The outermost pixels of each row: all that a convex hull needs. */
function rimOf(mask: Uint8Array, { width, height }: Gray): readonly Point[] {
  const rim: Point[] = [];
  for (let y = 0; y < height; y += 1) {
    const row = mask.subarray(y * width, (y + 1) * width);
    const first = row.indexOf(1);
    if (first < 0) continue;
    rim.push({ x: first, y }, { x: row.lastIndexOf(1), y });
  }
  return rim;
}

function isCut(mask: Uint8Array, { width, height }: Gray): boolean {
  const at = (x: number, y: number): number => mask[y * width + x] ?? 0;
  const along = (length: number, one: (step: number) => number): boolean => {
    let covered = 0;
    for (let step = 0; step < length; step += 1) covered += one(step);
    return covered / length > CUT_SHARE;
  };
  return (
    along(width, (x) => at(x, 0)) ||
    along(width, (x) => at(x, height - 1)) ||
    along(height, (y) => at(0, y)) ||
    along(height, (y) => at(width - 1, y))
  );
}

/** Beginning with the corner nearest to the top left. */
function clockwise(quad: Corners): Corners {
  const centre = { x: quad.reduce((sum, { x }) => sum + x, 0) / 4, y: quad.reduce((sum, { y }) => sum + y, 0) / 4 };
  const angle = ({ x, y }: Point): number => Math.atan2(y - centre.y, x - centre.x);
  const around = quad.toSorted((one, other) => angle(one) - angle(other));
  const sums = around.map(({ x, y }) => x + y);
  const first = sums.indexOf(Math.min(...sums));
  return [...around.slice(first), ...around.slice(0, first)] as unknown as Corners;
}
