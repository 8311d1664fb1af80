/** The page with a box around every word, coloured by how sure the reader is; what it read stands in each box's title. */
import type { PageRead } from '#contract/ocr.ts';

/** From sure to unsure; readable with any eye for colours. */
const COLOURS = [
  { from: 95, colour: '#0072b2' },
  { from: 85, colour: '#56b4e9' },
  { from: 70, colour: '#e69f00' },
  { from: 0, colour: '#d55e00' },
] as const;

export function drawPage(png: Uint8Array, page: PageRead): string {
  const picture = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const boxes = page.lines
    .flatMap(({ words }) => words)
    .map(({ box, confidence, text }) => {
      const colour = COLOURS.find(({ from }) => confidence >= from)?.colour ?? '#000';
      const place = `x="${box.left}" y="${box.top}" width="${box.width}" height="${box.height}"`;
      return `<rect ${place} fill="${colour}" fill-opacity="0.18" stroke="${colour}" stroke-width="2"><title>${escaped(text)} ${confidence.toFixed(0)}</title></rect>`;
    });
  const key = COLOURS.map(
    ({ from, colour }, index) =>
      `<rect x="${30 + index * 190}" y="24" width="34" height="34" fill="${colour}"/><text x="${74 + index * 190}" y="52">≥ ${from}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.width} ${page.height}" font-family="sans-serif" font-size="32">
<image href="${picture}" width="${page.width}" height="${page.height}"/>
${boxes.join('\n')}
${key.join('\n')}
</svg>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
