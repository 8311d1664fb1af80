/** The straight line through measured points, and how sure its slope is. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly slope: number;
  /** At x = 0. */
  readonly level: number;
  /** Standard error of the slope: noise alone gives less than twice this in 95 of 100 runs. */
  readonly slopeError: number;
}

/** Least squares. Throws below three points or when all have the same x. */
export function fitLine(points: readonly Point[]): Line {
  const count = points.length;
  if (count < 3) throw new RangeError('a line with its error needs three points');
  const meanX = sum(points.map(({ x }) => x)) / count;
  const meanY = sum(points.map(({ y }) => y)) / count;
  const spread = sum(points.map(({ x }) => (x - meanX) ** 2));
  if (spread === 0) throw new RangeError('all points have the same x');
  const slope = sum(points.map(({ x, y }) => (x - meanX) * (y - meanY))) / spread;
  const level = meanY - slope * meanX;
  const left = sum(points.map(({ x, y }) => (y - level - slope * x) ** 2));
  return { slope, level, slopeError: Math.sqrt(left / (count - 2) / spread) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
