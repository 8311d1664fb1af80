/** One curve as a picture (SVG); its scale begins at nothing, so that noise looks like noise. */
import type { Point } from '../shell/memory/fit-line.ts';

const WIDTH = 960;
const HEIGHT = 400;
const MARGIN = { left: 80, right: 40, top: 60, bottom: 50 };

export function drawPoints(title: string, points: readonly Point[]): string {
  const most = Math.max(...points.map(({ y }) => y)) * 1.1;
  const last = points.at(-1)?.x ?? 1;
  const x = (value: number): number => MARGIN.left + (value / last) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (value: number): number => HEIGHT - MARGIN.bottom - (value / most) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const curve = points.map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`).join(' ');
  const end = points.at(-1)?.y ?? 0;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="15">
<rect width="100%" height="100%" fill="#fff"/>
<text x="20" y="32" font-size="18">${title}</text>
<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y(0)}" y2="${y(0)}" stroke="#888"/>
<text x="${MARGIN.left - 8}" y="${y(0) + 5}" text-anchor="end">0</text>
<text x="${MARGIN.left - 8}" y="${(y(end) + 5).toFixed(1)}" text-anchor="end">${Math.round(end)}</text>
<text x="${WIDTH - MARGIN.right}" y="${HEIGHT - 18}" text-anchor="end">${last} minutes</text>
<polyline points="${curve}" fill="none" stroke="#0072b2" stroke-width="2"/>
</svg>
`;
}
