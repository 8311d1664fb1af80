/** The memory of each part over the sessions, as a picture (SVG). */
import { PARTS, total } from './family-memory.ts';
import type { Sample } from './measure-memory.ts';

const WIDTH = 960;
const HEIGHT = 540;
const MARGIN = { left: 70, right: 210, top: 50, bottom: 50 };
/** Told apart without telling red from green (after Okabe and Ito). */
const COLOURS = ['#000000', '#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9'];
const LINES_ACROSS = 5;

export function drawMemory(samples: readonly Sample[]): string {
  const last = samples.at(-1)?.sessions ?? 0;
  const highest = Math.max(...samples.map(({ memory }) => total(memory))) / 1000;
  const step = niceStep(highest / LINES_ACROSS);
  const top = Math.ceil(highest / step) * step;
  const x = (sessions: number): number =>
    MARGIN.left + (sessions / Math.max(1, last)) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (mb: number): number => HEIGHT - MARGIN.bottom - (mb / top) * (HEIGHT - MARGIN.top - MARGIN.bottom);

  const scale = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step).map(
    (mb) => `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y(mb)}" y2="${y(mb)}" stroke="#ddd"/>
<text x="${MARGIN.left - 8}" y="${y(mb) + 5}" text-anchor="end">${mb}</text>`,
  );
  const curves = [['whole kiosk', total] as const, ...PARTS.map((part) => [part, partIn(part)] as const)]
    .map(([name, of], index) => ({ name, of, colour: COLOURS[index] ?? '#000000' }))
    .map(({ name, of, colour }) => {
      const mb = samples.map(({ memory }) => of(memory) / 1000);
      const points = samples
        .map(({ sessions }, index) => `${round(x(sessions))},${round(y(mb[index] ?? 0))}`)
        .join(' ');
      return { name, colour, points, end: mb.at(-1) ?? 0 };
    });
  const labels = spread(curves.map(({ end }) => y(end)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="15">
<rect width="100%" height="100%" fill="#fff"/>
<text x="${MARGIN.left}" y="28" font-size="18">Memory of the kiosk in MB (PSS), over ${last} sessions</text>
${scale.join('\n')}
<text x="${MARGIN.left}" y="${HEIGHT - 20}">0</text>
<text x="${WIDTH - MARGIN.right}" y="${HEIGHT - 20}" text-anchor="end">${last} sessions</text>
${curves
  .map(
    (
      { name, colour, points, end },
      index,
    ) => `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>
<text x="${WIDTH - MARGIN.right + 8}" y="${round((labels[index] ?? 0) + 5)}" fill="${colour}">${name}: ${Math.round(end)}</text>`,
  )
  .join('\n')}
</svg>
`;
}

type Of = (memory: Sample['memory']) => number;

function partIn(part: (typeof PARTS)[number]): Of {
  return (memory) => memory[part];
}

/** 1, 2 or 5 times a power of ten. */
function niceStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(atLeast, 1)));
  return ([1, 2, 5, 10].find((factor) => factor * power >= atLeast) ?? 10) * power;
}

/** Labels keep their order and at least a line's height between them. */
function spread(wanted: readonly number[]): readonly number[] {
  const placed = [...wanted];
  const order = wanted.map((_, index) => index).toSorted((one, other) => (wanted[one] ?? 0) - (wanted[other] ?? 0));
  let lowest = -Infinity;
  for (const index of order) {
    placed[index] = Math.max(wanted[index] ?? 0, lowest + 18);
    lowest = placed[index];
  }
  return placed;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
