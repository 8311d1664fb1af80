/** Figures side by side as a picture (SVG). */

const WIDTH = 960;
const BAR = 26;
const LEFT = 300;
const TOP = 60;
const RIGHT = 90;

export interface Bar {
  readonly name: string;
  readonly value: number;
}

export function drawBars(title: string, bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ value }) => value), Number.EPSILON);
  const rows = bars.map(({ name, value }, index) => {
    const y = TOP + index * BAR;
    const width = Math.max(0, (value / most) * (WIDTH - LEFT - RIGHT));
    return `<text x="${LEFT - 10}" y="${y + 17}" text-anchor="end">${name}</text>
<rect x="${LEFT}" y="${y + 3}" width="${width.toFixed(1)}" height="${BAR - 6}" fill="#0072b2"/>
<text x="${(LEFT + width + 8).toFixed(1)}" y="${y + 17}">${value.toFixed(2)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${TOP + bars.length * BAR + 20}" font-family="sans-serif" font-size="15">
<rect width="100%" height="100%" fill="#fff"/>
<text x="20" y="32" font-size="18">${title}</text>
${rows.join('\n')}
</svg>
`;
}
