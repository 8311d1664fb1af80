/** What is drawn and not written: QR codes, a signature, and the box that says how to check the paper. */
import QRCode from 'qrcode';
import type { PaperBlock } from '#contract/paper.ts';
import { SIGNATURE_PAD } from '#contract/signature.ts';
import { writtenCode } from '#contract/verify-code.ts';
import { COLUMN, INK, LEADING, type Mark, room, SIZE, type Strip } from '../sheet.ts';
import { baseline, textMark, type Type, type TypeSetter } from '../type-setter.ts';

const SMALL: Type = { size: SIZE.small, weight: 'regular' };
const QR_SIDE = 96;
/** 60 mm of 120: a signature is drawn larger than it is written. */
const SIGNATURE_WIDTH = 170;

export function qrStrips({ data, caption }: Extract<PaperBlock, { kind: 'qr' }>, setter: TypeSetter): readonly Strip[] {
  const left = QR_SIDE + 16;
  const lines = setter.lines(caption, COLUMN - left, SMALL);
  return [
    room(6),
    { height: QR_SIDE, marks: [qrMark(data, 0, 0, QR_SIDE), ...beside(lines, left, QR_SIDE, SMALL)] },
    room(8),
  ];
}

export function signatureStrips(
  { caption, path }: Extract<PaperBlock, { kind: 'signature' }>,
  setter: TypeSetter,
): readonly Strip[] {
  const scale = SIGNATURE_WIDTH / SIGNATURE_PAD.width;
  const height = SIGNATURE_PAD.height * scale;
  const x = Math.min(setter.width(caption, SMALL) + 12, COLUMN - SIGNATURE_WIDTH);
  return [
    room(8),
    {
      height: height + 2,
      marks: [
        textMark(caption, 0, height - 3, SMALL),
        { kind: 'drawn', x, y: 0, scale, path },
        { kind: 'rule', x, y: height, toX: x + SIGNATURE_WIDTH, toY: height },
      ],
    },
    room(8),
  ];
}

/** One strip: the code is never on another page than what it is for. */
export function verifyStrips(
  { label, code, where, data }: Extract<PaperBlock, { kind: 'verify' }>,
  setter: TypeSetter,
): readonly Strip[] {
  const pad = 12;
  const left = QR_SIDE + 2 * pad + 4;
  const big: Type = { size: SIZE.code, weight: 'bold' };
  const lines = setter.lines(where, COLUMN - left - pad, SMALL);
  const lineHeight = SMALL.size * LEADING * 0.9;
  const words = lineHeight + big.size * 1.5 + lines.length * lineHeight;
  const height = Math.max(QR_SIDE, words) + 2 * pad;
  const top = (height - words) / 2;
  const under = top + lineHeight + big.size * 1.5;
  const quiet: Type = { ...SMALL, colour: INK.quiet };
  return [
    room(10),
    {
      height,
      marks: [
        { kind: 'rule', x: 0, y: 0, toX: COLUMN, toY: 0 },
        { kind: 'rule', x: 0, y: height, toX: COLUMN, toY: height },
        { kind: 'rule', x: 0, y: 0, toX: 0, toY: height },
        { kind: 'rule', x: COLUMN, y: 0, toX: COLUMN, toY: height },
        qrMark(data, pad, (height - QR_SIDE) / 2, QR_SIDE),
        textMark(label, left, top + baseline(lineHeight, SMALL.size), quiet),
        textMark(writtenCode(code), left, top + lineHeight + baseline(big.size * 1.5, big.size), big),
        ...lines.map((line, index) =>
          textMark(line, left, under + index * lineHeight + baseline(lineHeight, SMALL.size), quiet),
        ),
      ],
    },
    room(8),
  ];
}

function beside(lines: readonly string[], x: number, height: number, type: Type): readonly Mark[] {
  const lineHeight = type.size * LEADING;
  const top = (height - lines.length * lineHeight) / 2;
  return lines.map((line, index) =>
    textMark(line, x, top + index * lineHeight + baseline(lineHeight, type.size), type),
  );
}

/** Without the quiet zone: there is nothing but paper around it. */
function qrMark(data: string, x: number, y: number, side: number): Mark {
  const { modules } = QRCode.create(data, { errorCorrectionLevel: 'M' });
  const path: string[] = [];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) === 0) continue;
      let end = column;
      while (end < modules.size && modules.get(row, end) !== 0) end += 1;
      path.push(`M${column} ${row}H${end}V${row + 1}H${column}Z`);
      column = end;
    }
  return { kind: 'filled', x, y, scale: side / modules.size, path: path.join('') };
}
