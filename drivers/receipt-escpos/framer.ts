/** Tells the printer's replies apart by their fixed bits: one status byte, four bytes of ASB, seven of a print proof, or a sensor's one. */
import { adapterPauseMs, joined, type Framer, type Framing } from '../link/framer.ts';

export type PrinterFrame =
  /** Reply to DLE EOT: `0xx1xx10`. */
  | { readonly kind: 'status'; readonly byte: number }
  /** Automatic status back: four bytes, the first `0xx1xx00`, the others with bits 4 and 7 clear. */
  | { readonly kind: 'changes'; readonly bytes: Uint8Array }
  /** Reply to GS ( H function 48: 37 22 id 00. */
  | { readonly kind: 'proof'; readonly id: string }
  /** Reply to GS r 1: `0000xxxx`, each sensor by two bits that agree. Looked for only where it is the proof. */
  | { readonly kind: 'inTurn'; readonly paperOut: boolean };

const FIXED_BITS = 0x93;
const PROOF_BYTES = 7;
const CHANGES_BYTES = 4;

const SENSOR_BYTES: readonly number[] = [0x00, 0x03, 0x0c, 0x0f];
const PAPER_OUT_BITS = 0x0c;

export const printerFramer: Framer<PrinterFrame> = framerOf(parse);

/** For a printer whose proof is its answer in turn. A single such byte is little: what else comes at the time makes it worthless. */
export const inTurnFramer: Framer<PrinterFrame> = framerOf((bytes) => parse(bytes) ?? parseSensor(bytes[0] ?? 0));

type Parsed = { readonly frame: PrinterFrame; readonly length: number } | 'incomplete' | null;

function framerOf(parseFirst: (bytes: Uint8Array) => Parsed): Framer<PrinterFrame> {
  return {
    cut: (rest, bytes) => cut(joined(rest, bytes), parseFirst),
    giveUp: (rest) => cut(rest.subarray(1), parseFirst),
    interByteMs: adapterPauseMs,
  };
}

function cut(bytes: Uint8Array, parseFirst: (bytes: Uint8Array) => Parsed): Framing<PrinterFrame> {
  const frames: PrinterFrame[] = [];
  let from = 0;
  while (from < bytes.length) {
    const parsed = parseFirst(bytes.subarray(from));
    if (parsed === 'incomplete') break;
    if (parsed) frames.push(parsed.frame);
    from += parsed ? parsed.length : 1;
  }
  return { frames, rest: bytes.slice(from) };
}

/** null: the first byte begins nothing. */
function parse(bytes: Uint8Array): Parsed {
  const first = bytes[0] ?? 0;
  if ((first & FIXED_BITS) === 0x12) return { frame: { kind: 'status', byte: first }, length: 1 };
  if ((first & FIXED_BITS) === 0x10) {
    const block = bytes.slice(0, CHANGES_BYTES);
    if (block.subarray(1).some((byte) => (byte & 0x90) !== 0)) return null;
    if (block.length < CHANGES_BYTES) return 'incomplete';
    return { frame: { kind: 'changes', bytes: block }, length: CHANGES_BYTES };
  }
  return first === 0x37 ? parseProof(bytes.subarray(0, PROOF_BYTES)) : null;
}

function parseSensor(byte: number): Parsed {
  if (!SENSOR_BYTES.includes(byte)) return null;
  return { frame: { kind: 'inTurn', paperOut: (byte & PAPER_OUT_BITS) !== 0 }, length: 1 };
}

function parseProof(block: Uint8Array): Parsed {
  const fits = block.every((byte, index) => {
    if (index < 2) return byte === (index === 0 ? 0x37 : 0x22);
    return index === PROOF_BYTES - 1 ? byte === 0 : byte >= 0x20 && byte <= 0x7e;
  });
  if (!fits) return null;
  if (block.length < PROOF_BYTES) return 'incomplete';
  return { frame: { kind: 'proof', id: String.fromCharCode(...block.subarray(2, 6)) }, length: PROOF_BYTES };
}
