/** Cuts the validator's bytes into frames `FC | length of all | data | CRC`. */
import { crc16, KERMIT } from '../link/crc16.ts';
import { adapterPauseMs, behindTheFirst, joined, type Framer, type Framing } from '../link/framer.ts';
import { SYNC, type Id003Frame } from './codec.ts';

const SHORTEST = 5;
/** A table of sixteen bills is 69 bytes; nothing a validator says is longer than this. */
const LONGEST = 128;

export const id003Framer: Framer<Id003Frame> = {
  cut: (rest, bytes) => cut(joined(rest, bytes)),
  giveUp: (rest) => behindTheFirst(rest, cut, 2),
  interByteMs: (baudRate) => adapterPauseMs(baudRate, 11),
};

function cut(bytes: Uint8Array): Framing<Id003Frame> {
  const frames: Id003Frame[] = [];
  let from = bytes.indexOf(SYNC);
  while (from >= 0) {
    const length = bytes[from + 1];
    if (length === undefined) break;
    if (length < SHORTEST || length > LONGEST) {
      from = bytes.indexOf(SYNC, from + 1);
      continue;
    }
    const frame = bytes.subarray(from, from + length);
    if (frame.length < length) break;
    const sum = (frame[length - 2] ?? 0) | ((frame[length - 1] ?? 0) << 8);
    if (crc16(KERMIT, frame.subarray(0, length - 2)) === sum) {
      frames.push({ kind: 'reply', data: frame.slice(2, length - 2) });
      from = bytes.indexOf(SYNC, from + length);
      continue;
    }
    // What looked like a frame may have been noise: the real one may begin inside it, and then nothing was damaged.
    const inside = bytes.indexOf(SYNC, from + 1);
    if (inside < 0 || inside >= from + length) frames.push({ kind: 'damaged' });
    from = inside;
  }
  return { frames, rest: from < 0 ? new Uint8Array(0) : bytes.slice(from) };
}
