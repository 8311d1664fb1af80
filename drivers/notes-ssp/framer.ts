/** Cuts the validator's bytes into packets `7F | flag and address | length | data | CRC`, in which every 7F comes twice. */
import { crc16, SSP } from '../link/crc16.ts';
import { adapterPauseMs, behindTheFirst, joined, type Framer, type Framing } from '../link/framer.ts';
import { STX, UNIT, type SspFrame } from './codec.ts';

/** Flag, length and checksum. */
const AROUND = 4;

export const sspFramer: Framer<SspFrame> = {
  cut: (rest, bytes) => cut(joined(rest, bytes)),
  giveUp: (rest) => behindTheFirst(rest, cut, 2),
  interByteMs: (baudRate) => adapterPauseMs(baudRate, 11),
};

function cut(bytes: Uint8Array): Framing<SspFrame> {
  const frames: SspFrame[] = [];
  let from = startAt(bytes, 0);
  while (from < bytes.length) {
    const packet = packetAt(bytes, from + 1);
    if (packet.is === 'unfinished') break;
    if (packet.is === 'whole') {
      const frame = frameOf(packet.body);
      if (frame) frames.push(frame);
    }
    // A single 7F inside a packet begins another one: what came before it was noise, or lost its end.
    from = startAt(bytes, packet.next);
  }
  return { frames, rest: bytes.slice(from) };
}

/** The next 7F that isn't one of two; one at the very end may be either. */
function startAt(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] !== STX || bytes[at + 1] === STX)) at += bytes[at] === STX ? 2 : 1;
  return Math.min(at, bytes.length);
}

type Packet =
  | { readonly is: 'unfinished' }
  | { readonly is: 'broken'; readonly next: number }
  | { readonly is: 'whole'; readonly body: Uint8Array; readonly next: number };

function packetAt(bytes: Uint8Array, from: number): Packet {
  const body: number[] = [];
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === STX) {
      if (at + 1 === bytes.length) return { is: 'unfinished' };
      if (bytes[at + 1] !== STX) return { is: 'broken', next: at };
      at += 1;
    }
    body.push(byte);
    if (body.length >= 2 && body.length === (body[1] ?? 0) + AROUND)
      return { is: 'whole', body: Uint8Array.from(body), next: at + 1 };
  }
  return { is: 'unfinished' };
}

/** null: another unit's. */
function frameOf(body: Uint8Array): SspFrame | null {
  const sum = (body.at(-2) ?? 0) | ((body.at(-1) ?? 0) << 8);
  if (crc16(SSP, body.subarray(0, -2)) !== sum) return { kind: 'damaged' };
  const [address = 0] = body;
  return (address & 0x7f) === UNIT ? { kind: 'packet', flag: address & 0x80, data: body.slice(2, -2) } : null;
}
