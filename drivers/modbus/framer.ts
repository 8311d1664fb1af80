/**
 * Cuts the line's bytes into frames `unit | code | data | CRC`. On paper 3.5 silent characters part the frames; a USB
 * adapter hands over late and in lumps, so here length and checksum do, and silence only gives up what stays half.
 */
import { crc16, MODBUS } from '../link/crc16.ts';
import { joined, type Framer, type Framing } from '../link/framer.ts';
import { EXCEPTION, READ_CODES, WRITE_CODES, type ModbusFrame } from './codec.ts';

const READS: ReadonlySet<number> = new Set(Object.values(READ_CODES));
const WRITES: ReadonlySet<number> = new Set(Object.values(WRITE_CODES).flatMap(({ one, many }) => [one, many]));
const MANY: ReadonlySet<number> = new Set(Object.values(WRITE_CODES).map(({ many }) => many));
const LAST_UNIT = 247;
const LONGEST = 256;

export const modbusFramer: Framer<ModbusFrame> = {
  cut: (rest, bytes) => cut(joined(rest, bytes)),
  giveUp: (rest) => {
    const { frames, rest: remaining } = cut(rest.subarray(1));
    return { frames: frames.length > 0 ? frames : [{ kind: 'damaged' }], rest: remaining };
  },
  interByteMs: (baudRate) => 100 + silenceMs(baudRate) + Math.ceil((64 * 10_000) / baudRate),
};

/** 3.5 characters of eleven bits; above 19200 baud a fixed 1.75 ms. */
export function silenceMs(baudRate: number): number {
  return baudRate > 19_200 ? 1.75 : 38_500 / baudRate;
}

function cut(bytes: Uint8Array): Framing<ModbusFrame> {
  const frames: ModbusFrame[] = [];
  let from = 0;
  let skipped = false;
  while (from < bytes.length) {
    const lengths = lengthsOf(bytes.subarray(from));
    if (lengths === 'short') break;
    const fitting = lengths.find((length) => isWhole(bytes.subarray(from, from + length), length));
    if (fitting !== undefined) {
      frames.push(frameOf(bytes.subarray(from, from + fitting)));
      from += fitting;
      continue;
    }
    if (lengths.some((length) => bytes.length - from < length)) {
      // Not whole yet, or noise in front of something that is.
      const next = wholeAfter(bytes, from);
      if (next === null) break;
      from = next;
      continue;
    }
    skipped ||= lengths.length > 0;
    from += 1;
  }
  // Noise may look like a beginning: only when nothing whole came, and nothing more can, it was a damaged frame.
  if (skipped && frames.length === 0 && from >= bytes.length) frames.push({ kind: 'damaged' });
  return { frames, rest: bytes.slice(from) };
}

/** Where behind `from` a whole frame begins; null if nowhere. */
function wholeAfter(bytes: Uint8Array, from: number): number | null {
  for (let start = from + 1; start < bytes.length; start += 1) {
    const lengths = lengthsOf(bytes.subarray(start));
    if (lengths === 'short') return null;
    if (lengths.some((length) => isWhole(bytes.subarray(start, start + length), length))) return start;
  }
  return null;
}

/** What a frame that begins here may be as long as: a reply, or the echo of a question. Empty: none begins here. */
function lengthsOf(bytes: Uint8Array): readonly number[] | 'short' {
  const [unit = 0, code, count] = bytes;
  if (unit === 0 || unit > LAST_UNIT) return [];
  if (code === undefined) return 'short';
  const plain = code & ~EXCEPTION;
  if (!READS.has(plain) && !WRITES.has(plain)) return [];
  if (code !== plain) return [5];
  if (MANY.has(code)) return bytes.length < 7 ? 'short' : [8, 9 + (bytes[6] ?? 0)];
  if (WRITES.has(code)) return [8];
  if (count === undefined) return 'short';
  return 5 + count > LONGEST ? [8] : [5 + count, 8];
}

function isWhole(frame: Uint8Array, length: number): boolean {
  if (frame.length < length) return false;
  const sum = (frame[length - 2] ?? 0) | ((frame[length - 1] ?? 0) << 8);
  return crc16(MODBUS, frame.subarray(0, length - 2)) === sum;
}

function frameOf(bytes: Uint8Array): ModbusFrame {
  const [unit = 0, code = 0] = bytes;
  return { kind: 'frame', unit, code, data: bytes.slice(2, -2) };
}
