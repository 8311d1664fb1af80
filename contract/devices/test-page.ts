/** The test page of an A4 printer, as a PDF that is drawn here: a frame 10 mm from the edge, a ruler, grey steps, and a line of text. */

const MM = 72 / 25.4;
const A4 = { width: 210, height: 297 } as const;
const MARGIN = 10;
const STEPS = 11;

/** PDF page content: paths in millimetres, and text in a font that every printer has. */
function drawing(): string {
  const frame = `${MARGIN} ${MARGIN} ${A4.width - 2 * MARGIN} ${A4.height - 2 * MARGIN} re S`;
  const ruler = Array.from({ length: 101 }, (_, mm) => {
    const length = mm % 10 === 0 ? 6 : mm % 5 === 0 ? 4 : 2;
    return `${30 + mm} 200 m ${30 + mm} ${200 + length} l S`;
  });
  const greys = Array.from({ length: STEPS }, (_, step) => {
    const grey = (step / (STEPS - 1)).toFixed(2);
    return `${grey} g ${30 + step * 13} 160 13 20 re f`;
  });
  const lines = [
    'q',
    `${MM.toFixed(5)} 0 0 ${MM.toFixed(5)} 0 0 cm`,
    '0.2 w',
    frame,
    ...ruler,
    ...greys,
    'Q',
    text(24, 250, 'Yeban - Test page'),
    text(12, 240, 'The frame is 10 mm from every edge, the ruler is 100 mm long, the grey steps are even.'),
  ];
  return lines.join('\n');
}

function text(size: number, atMm: number, said: string): string {
  return `BT 0 g /F1 ${size} Tf ${(30 * MM).toFixed(2)} ${(atMm * MM).toFixed(2)} Td (${said}) Tj ET`;
}

/** ISO 32000-1: five objects, and a table that says at which byte each begins. */
function pdfOf(content: string): string {
  const page = `/MediaBox [0 0 ${(A4.width * MM).toFixed(2)} ${(A4.height * MM).toFixed(2)}]`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R ${page} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let body = '%PDF-1.4\n';
  const begins = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = begins.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  return `${body}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Of text in ASCII; this room has no platform that would do it. */
function base64(ascii: string): string {
  let out = '';
  for (let at = 0; at < ascii.length; at += 3) {
    const bytes = [0, 1, 2].map((ahead) => ascii.charCodeAt(at + ahead));
    const [first = 0, second = Number.NaN, third = Number.NaN] = bytes;
    const sum = (first << 16) | ((second || 0) << 8) | (third || 0);
    out += [18, 12, 6, 0].map((shift) => DIGITS[(sum >> shift) & 63]).join('');
  }
  const missing = (3 - (ascii.length % 3)) % 3;
  return missing === 0 ? out : `${out.slice(0, -missing)}${'='.repeat(missing)}`;
}

export const TEST_PAGE_PDF = base64(pdfOf(drawing()));
