/** Cuts the validator's bytes into frames `02 | 03 | length | data | CRC`; length 0 means that two bytes of length follow. */
import { crc16, KERMIT } from '../link/crc16.ts';
import { adapterPauseMs, behindTheFirst, joined, type Framer, type Framing } from '../link/framer.ts';
import { SYNC, VALIDATOR, type CcnetFrame } from './codec.ts';

const SHORTEST = 6;
/** A bill table is 125 bytes; nothing a validator says is longer than this. */
const LONGEST = 512;

export const ccnetFramer: Framer<CcnetFrame> = {
  cut: (rest, bytes) => cut(joined(rest, bytes)),
  giveUp: (rest) => behindTheFirst(rest, cut, 3),
  interByteMs: adapterPauseMs,
};

function cut(bytes: Uint8Array): Framing<CcnetFrame> {
  const frames: CcnetFrame[] = [];
  let from = 0;
  for (;;) {
    from = nextSync(bytes, from);
    const frame = bytes.subarray(from);
    if (frame.length < SHORTEST) break;
    const short = frame[2] ?? 0;
    const [length, header] = short === 0 ? [((frame[3] ?? 0) << 8) | (frame[4] ?? 0), 5] : [short, 3];
    if (length < SHORTEST || length > LONGEST) {
      from += 1;
      continue;
    }
    if (frame.length < length) break;
    const sum = (frame[length - 2] ?? 0) | ((frame[length - 1] ?? 0) << 8);
    if (crc16(KERMIT, frame.subarray(0, length - 2)) !== sum) {
      // What looked like a frame may have been noise: the real one may begin inside it, and then nothing was damaged.
      const inside = nextSync(bytes, from + 1);
      if (inside >= from + length) frames.push({ kind: 'damaged' });
      from = inside;
      continue;
    }
    frames.push({ kind: 'reply', data: frame.slice(header, length - 2) });
    from += length;
  }
  return { frames, rest: bytes.slice(from) };
}

/** Where a frame starts, or may start with what comes next; the end if nowhere. */
function nextSync(bytes: Uint8Array, from: number): number {
  for (let start = from; start < bytes.length; start += 1) {
    if (bytes[start] === SYNC && (start + 1 === bytes.length || bytes[start + 1] === VALIDATOR)) return start;
  }
  return bytes.length;
}
