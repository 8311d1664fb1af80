/** A paper as the bytes of a PDF file: the same paper is always the same bytes. */
import PDFDocument, { type PdfDocument } from 'pdfkit';
import { PaperDocument } from '#contract/paper.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { type FontShelf, openFonts } from './font-shelf.ts';
import { drawMarks } from './draw-marks.ts';
import { layOut } from './lay-out.ts';
import { COLUMN, INK, type Mark, SHEET, SIZE } from './sheet.ts';
import { signsOf } from './signs-of.ts';
import { textMark, type Type, type TypeSetter, typeSetter } from './type-setter.ts';

/** `signMissing`: neither our font nor the pictures of rare signs have one of its signs, and a paper with a gap is no proof. */
export type PaperFault = 'page.signMissing';

export interface MakePdfOptions {
  /** A bitmap font in Unifont's `.hex` form; need not be there. */
  readonly rareSigns: string;
}

export async function makePdf(
  document: PaperDocument,
  { rareSigns }: MakePdfOptions,
): Promise<Result<Uint8Array, PaperFault>> {
  const fonts = await openFonts(signsOf(document), { language: document.language, rareSigns });
  if (fonts.missing.size > 0) return fail('page.signMissing');
  const setter = typeSetter(fonts);
  const pages = layOut(document.blocks, setter);
  const file = openFile(document, fonts);
  const bytes = bytesOf(file);
  for (const [index, placed] of pages.entries()) {
    file.addPage();
    if (document.watermark !== null) drawWatermark(file, document.watermark, fonts, setter);
    for (const { y, strip } of placed) drawMarks(file, strip.marks, SHEET.side, SHEET.top + y, fonts);
    drawMarks(file, footerMarks(document, index + 1, pages.length, setter), SHEET.side, SHEET.height, fonts);
  }
  file.end();
  return ok(await bytes);
}

function openFile({ name, language, madeAt }: PaperDocument, fonts: FontShelf): PdfDocument {
  const date = new Date(madeAt);
  const file = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    font: null,
    lang: language,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: name, Creator: 'Yeban', CreationDate: date, ModDate: date },
  });
  for (const [font, source] of fonts.fonts) file.registerFont(font, source);
  return file;
}

function bytesOf(file: PdfDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve) => {
    file.on('data', (chunk) => void chunks.push(chunk));
    file.on('end', () => resolve(Buffer.concat(chunks)));
  });
}

const FOOT: Type = { size: SIZE.small, weight: 'regular', colour: INK.quiet };

/** Above the lower edge: what the paper says at its foot, and which page it is. */
function footerMarks(
  { footer, pageWords }: PaperDocument,
  page: number,
  of: number,
  setter: TypeSetter,
): readonly Mark[] {
  const numbers = pageWords.replace('{page}', String(page)).replace('{pages}', String(of));
  const lines = [...(footer === null ? [] : setter.lines(footer, COLUMN, FOOT).slice(0, 2)), numbers];
  const lowest = -32;
  return [
    { kind: 'rule', x: 0, y: lowest - lines.length * 16, toX: COLUMN, toY: lowest - lines.length * 16 },
    ...lines.map((line, index) =>
      textMark(line, (COLUMN - setter.width(line, FOOT)) / 2, lowest - (lines.length - 1 - index) * 16, FOOT),
    ),
  ];
}

/** Three times across the sheet, so that no part of it can be used alone. */
function drawWatermark(file: PdfDocument, text: string, fonts: FontShelf, setter: TypeSetter): void {
  const largest: Type = { size: 96, weight: 'bold', colour: INK.mark };
  const type = { ...largest, size: Math.min(96, (96 * 330) / setter.width(text, largest)) };
  const width = setter.width(text, type);
  for (const part of [0.22, 0.52, 0.82]) {
    file
      .save()
      .translate(SHEET.width / 2, SHEET.height * part)
      .rotate(-30);
    drawMarks(file, [textMark(text, -width / 2, type.size * 0.36, type)], 0, 0, fonts);
    file.restore();
  }
}
