/** The ESC/POS commands we use, as bytes. Pages: Epson's ESC/POS reference by command name (README). */

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const DLE = 0x10;
const EOT = 0x04;

export const INITIALIZE = Uint8Array.of(ESC, 0x40);
/** ESC t 0, FS &: Chinese mode; two bytes are one character of the printer's GB font. */
export const CHINESE_MODE = Uint8Array.of(ESC, 0x74, 0x00, FS, 0x26);
export const LINE_FEED = Uint8Array.of(0x0a);
/** From the print head to the cutter it is about 15 mm: four lines. */
export const LINES_TO_CUTTER = 4;
/** GS V 1: leaves one point uncut, so that a receipt doesn't fall on the floor. */
export const CUT = Uint8Array.of(GS, 0x56, 0x01);
/** GS a: tell changes of on-line state, errors and paper by yourself. */
export const REPORT_CHANGES = Uint8Array.of(GS, 0x61, 0x0e);

/** What a command that was cut off inside its length may wait for: our own DLE EOT became the high byte of that length. */
const LONGEST_WAIT = 0x1100;
/**
 * For a printer that may have heard half a command and hold half a receipt: NUL fills up whatever still waits for bytes
 * and is nothing by itself, ESC @ empties the line, and the half receipt is cut off, so that nobody gets it with theirs.
 */
export const CLEAR = concat([
  new Uint8Array(LONGEST_WAIT),
  INITIALIZE,
  ...Array.from({ length: LINES_TO_CUTTER }, () => LINE_FEED),
  CUT,
]);

export type Alignment = 'left' | 'center';

/** ESC a */
export function align(where: Alignment): Uint8Array {
  return Uint8Array.of(ESC, 0x61, where === 'left' ? 0 : 1);
}

/** ESC E */
export function bold(on: boolean): Uint8Array {
  return Uint8Array.of(ESC, 0x45, on ? 1 : 0);
}

/** GS !: 1 or 2 times as wide and as high. */
export function size(wide: 1 | 2, high: 1 | 2): Uint8Array {
  return Uint8Array.of(GS, 0x21, ((wide - 1) << 4) | (high - 1));
}

/** ESC * in 24 dots: a picture in the line, as columns of three bytes. */
export function picture(columns: Uint8Array): Uint8Array {
  const width = columns.length / 3;
  return concat([Uint8Array.of(ESC, 0x2a, 33, width & 0xff, width >> 8), columns]);
}

export type StatusKind = 1 | 2 | 3 | 4;

/** DLE EOT n: answered at once, also by a printer that is off line. */
export function askStatus(kind: StatusKind): Uint8Array {
  return Uint8Array.of(DLE, EOT, kind);
}

/** GS ( H function 48: the printer sends `id` back once everything before it is on paper. Four characters. */
export function requestProof(id: string): Uint8Array {
  return Uint8Array.of(GS, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...new TextEncoder().encode(id));
}

/** GS r 1: the paper sensor, answered in its turn, so only after everything before it, the cut included. */
export const ASK_IN_TURN = Uint8Array.of(GS, 0x72, 0x01);

/**
 * A proof id for the `count`-th job. Only letters A to O: none of them has the fixed bits of a status byte or of an ASB
 * block, so that even a torn reply can't be taken for one.
 */
export function proofId(count: number): string {
  let rest = count;
  let id = '';
  for (let place = 0; place < 4; place += 1) {
    id = String.fromCharCode(0x41 + (rest % 15)) + id;
    rest = Math.floor(rest / 15);
  }
  return id;
}

/** GS ( k, cn 49: a QR code model 2, error correction M, of `data` (ASCII or UTF-8). */
export function qrCode(data: string, moduleDots: number): Uint8Array {
  const content = new TextEncoder().encode(data);
  const length = content.length + 3;
  return concat([
    Uint8Array.of(GS, 0x28, 0x6b, 0x04, 0x00, 0x31, 0x41, 0x32, 0x00),
    Uint8Array.of(GS, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x43, moduleDots),
    Uint8Array.of(GS, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x45, 0x31),
    Uint8Array.of(GS, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, 0x50, 0x30, ...content),
    Uint8Array.of(GS, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x51, 0x30),
  ]);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
