/** From many points to the four that matter: convex hull (Andrew 1979), then the largest four-sided figure in it. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A sheet with round corners still has few sides: more points than this only cost time. */
const MOST_POINTS = 64;

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** Counted around, without points on straight lines. */
export function hullOf(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((one, other) => one.x - other.x || one.y - other.y);
  const half = (some: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of some) {
      for (;;) {
        const [before, last] = chain.slice(-2);
        if (before === undefined || last === undefined || turn(before, last, point) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

/** Null when there are not even four points. */
export function largestQuad(hull: readonly Point[]): readonly [Point, Point, Point, Point] | null {
  const every = Math.max(1, Math.ceil(hull.length / MOST_POINTS));
  const points = every === 1 ? hull : hull.filter((_, index) => index % every === 0);
  let best: { readonly area: number; readonly quad: readonly [Point, Point, Point, Point] } | null = null;
  // Between any two opposite corners, each side's farthest point is the third and fourth.
  for (const [one, a] of points.entries())
    for (let other = one + 2; other < points.length; other += 1) {
      const c = points[other];
      if (c === undefined) continue;
      const b = farthest(points.slice(one + 1, other), a, c);
      const d = farthest([...points.slice(other + 1), ...points.slice(0, one)], a, c);
      if (b === null || d === null) continue;
      const area = Math.abs(turn(a, b, c)) + Math.abs(turn(a, d, c));
      if (best === null || area > best.area) best = { area, quad: [a, b, c, d] };
    }
  return best?.quad ?? null;
}

function farthest(points: readonly Point[], a: Point, c: Point): Point | null {
  let best: Point | null = null;
  let most = 0;
  for (const point of points) {
    const away = Math.abs(turn(a, c, point));
    if (away <= most) continue;
    most = away;
    best = point;
  }
  return best;
}
