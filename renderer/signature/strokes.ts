/** Strokes of a finger, thinned to what the eye can tell and written as the path that is kept. */

/** Tenths of a millimetre on the pad. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export type Stroke = readonly Point[];

/** A quarter of a millimetre off is not seen at the width of a pen. */
const TOLERANCE = 2.5;

export function pathOf(strokes: readonly Stroke[]): string {
  return strokes
    .filter((stroke) => stroke.length > 0)
    .map((stroke) => {
      const points = thinned(stroke);
      // A dot is a stroke of no length.
      const drawn = points.length === 1 ? [...points, ...points] : points;
      return `M${drawn.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`).join('L')}`;
    })
    .join('');
}

/** Ramer, Douglas and Peucker: keeps the ends, and the farthest point between them where it lies too far off the line. */
export function thinned(stroke: Stroke): Stroke {
  const [first] = stroke;
  const last = stroke.at(-1);
  if (first === undefined || last === undefined || stroke.length < 3) return stroke;
  const off = stroke.map((point) => distance(point, first, last));
  const farthest = off.indexOf(Math.max(...off));
  if ((off[farthest] ?? 0) <= TOLERANCE) return [first, last];
  return [...thinned(stroke.slice(0, farthest + 1)), ...thinned(stroke.slice(farthest)).slice(1)];
}

/** From a point to the stretch between two others. */
function distance(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / square;
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - at * dx, point.y - from.y - at * dy);
}
