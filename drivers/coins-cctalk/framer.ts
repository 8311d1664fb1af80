/** Cuts the single wire's bytes into frames `to | n | from | header | data | sum`, our own echo among them; there is no sync byte to look for. */
import { CCITT, crc16 } from '../link/crc16.ts';
import { behindTheFirst, joined, type Framer, type Framing } from '../link/framer.ts';
import { HOST, type CoinFrame, type CoinLine } from './codec.ts';

const AROUND_DATA = 5;
/** Credits are 11 bytes and the longest of what we ask for; a larger count is not a frame of this conversation. */
const LONGEST_DATA = 32;
/** A receiver forgets a frame that pauses for 50 ms; USB adapters hand over late. */
const INTER_BYTE_MS = 150;

export function coinFramer(line: CoinLine): Framer<CoinFrame> {
  const cut = (bytes: Uint8Array): Framing<CoinFrame> => {
    const frames: CoinFrame[] = [];
    let from = 0;
    while (from < bytes.length) {
      const [to = 0, count = 0] = bytes.subarray(from, from + 2);
      const known = to === HOST || to === line.address;
      if (!known || (from + 1 < bytes.length && count > LONGEST_DATA)) {
        from += 1;
        continue;
      }
      const length = AROUND_DATA + count;
      if (bytes.length - from < 2 || bytes.length - from < length) break;
      const frame = frameOf(bytes.subarray(from, from + length), line);
      if (frame !== null) frames.push(frame);
      else if (to === HOST) frames.push({ kind: 'damaged' });
      // Bytes may have been lost, and the next frame may begin inside this one.
      from += frame === null ? 1 : length;
    }
    return { frames, rest: bytes.slice(from) };
  };
  return {
    cut: (rest, bytes) => cut(joined(rest, bytes)),
    giveUp: (rest) => behindTheFirst(rest, cut, 2),
    interByteMs: () => INTER_BYTE_MS,
  };
}

/** null: the checksum is wrong. */
function frameOf(bytes: Uint8Array, { checksum }: CoinLine): CoinFrame | null {
  const [to = 0, count = 0, third = 0, header = 0] = bytes;
  const data = bytes.slice(4, 4 + count);
  if (checksum === 'simple') {
    const sum = bytes.reduce((total, byte) => (total + byte) & 0xff, 0);
    return sum === 0 ? { kind: 'frame', to, from: third, header, data } : null;
  }
  const sum = third | ((bytes.at(-1) ?? 0) << 8);
  if (crc16(CCITT, Uint8Array.of(to, count, header, ...data)) !== sum) return null;
  return { kind: 'frame', to, from: null, header, data };
}
