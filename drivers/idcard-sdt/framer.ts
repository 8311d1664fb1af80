/** Cuts the reader's bytes into frames `AA AA AA 96 69 | length | SW1 SW2 SW3 data | checksum`. */
import { adapterPauseMs, behindTheFirst, joined, type Framer, type Framing } from '../link/framer.ts';
import { PREAMBLE, checksum, type SdtFrame } from './codec.ts';

/** SW1..3 and checksum. */
const SHORTEST = 4;
/** Whole frame with two fingerprints is 2321 bytes, of which 7 are preamble and length. */
const LONGEST = 2_314;
const HEADER = PREAMBLE.length + 2;

export const sdtFramer: Framer<SdtFrame> = {
  cut: (rest, bytes) => cut(joined(rest, bytes)),
  giveUp: (rest) => behindTheFirst(rest, cut, HEADER),
  interByteMs: adapterPauseMs,
};

function cut(bytes: Uint8Array): Framing<SdtFrame> {
  const frames: SdtFrame[] = [];
  let from = 0;
  for (;;) {
    from = nextPreamble(bytes, from);
    const frame = bytes.subarray(from);
    if (frame.length < HEADER) break;
    const length = new DataView(frame.buffer, frame.byteOffset).getUint16(PREAMBLE.length);
    if (length < SHORTEST || length > LONGEST) {
      from += 1;
      continue;
    }
    const end = HEADER + length;
    if (frame.length < end) break;
    if (checksum(frame.subarray(PREAMBLE.length, end - 1)) !== frame[end - 1]) {
      frames.push({ kind: 'damaged' });
      // Bytes may have been lost, and the next frame may begin inside this one.
      from += 1;
      continue;
    }
    frames.push({ kind: 'reply', status: frame[HEADER + 2] ?? 0, data: frame.slice(HEADER + 3, end - 1) });
    from += end;
  }
  return { frames, rest: bytes.slice(from) };
}

/** Where a preamble starts, or may start with what comes next; the end if nowhere. */
function nextPreamble(bytes: Uint8Array, from: number): number {
  for (let start = from; start < bytes.length; start += 1) {
    const candidate = bytes.subarray(start, start + PREAMBLE.length);
    if (candidate.every((byte, index) => byte === PREAMBLE[index])) return start;
  }
  return bytes.length;
}
