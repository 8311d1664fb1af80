/** Draws marks into a PDF file. */
import type { PdfDocument } from 'pdfkit';
import type { FontShelf } from './font-shelf.ts';
import type { RareSign } from '#contract/rare-sign.ts';
import { SIGNATURE_PEN } from '#contract/signature.ts';
import { INK, type Mark } from './sheet.ts';

export function drawMarks(
  file: PdfDocument,
  marks: readonly Mark[],
  left: number,
  top: number,
  fonts: FontShelf,
): void {
  for (const mark of marks) {
    const x = left + mark.x;
    const y = top + mark.y;
    switch (mark.kind) {
      case 'text':
        drawText(file, mark, x, y, fonts);
        break;
      case 'rule':
        file
          .lineWidth(0.6)
          .moveTo(x, y)
          .lineTo(left + mark.toX, top + mark.toY)
          .stroke(INK.rule);
        break;
      case 'tint':
        file.rect(x, y, mark.width, mark.height).fill(INK.tint);
        break;
      case 'filled':
        file.save().translate(x, y).scale(mark.scale).path(mark.path).fill(INK.text).restore();
        break;
      case 'drawn':
        file.save().translate(x, y).scale(mark.scale).lineWidth(SIGNATURE_PEN.strokeWidth);
        file.lineCap(SIGNATURE_PEN.strokeLinecap).lineJoin(SIGNATURE_PEN.strokeLinejoin);
        file.path(mark.path).stroke(INK.text).restore();
        break;
    }
  }
}

/** A line goes through several pieces of the font; neighbours of one piece are written together. */
function drawText(
  file: PdfDocument,
  { text, size, weight, colour }: Extract<Mark, { kind: 'text' }>,
  x: number,
  y: number,
  fonts: FontShelf,
): void {
  let run = { font: '', text: '', x, width: 0 };
  const write = (): void => {
    if (run.text !== '')
      file
        .font(run.font)
        .fontSize(size)
        .fillColor(colour)
        .text(run.text, run.x, y, { lineBreak: false, baseline: 'alphabetic' });
  };
  for (const character of text) {
    const sign = fonts.sign(character, weight);
    const at = run.x + run.width;
    if (sign.kind === 'font' && sign.font === run.font) {
      run = { ...run, text: run.text + sign.written, width: run.width + sign.advance * size };
      continue;
    }
    write();
    run = { font: '', text: '', x: at, width: sign.advance * size };
    if (sign.kind === 'font') run = { ...run, font: sign.font, text: sign.written };
    else drawPicture(file, sign.rows, at, y - size * 0.86, size, colour);
  }
  write();
}

function drawPicture(file: PdfDocument, sign: RareSign, x: number, y: number, size: number, colour: string): void {
  const path: string[] = [];
  for (let row = 0; row < sign.height; row += 1)
    for (let column = 0; column < sign.width; column += 1)
      if (sign.isBlack(column, row)) path.push(`M${column} ${row}h1v1h-1Z`);
  file
    .save()
    .translate(x, y)
    .scale(size / sign.height)
    .path(path.join(''))
    .fill(colour)
    .restore();
}
