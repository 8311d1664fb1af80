/** Shapes of answers, by which a device is recognised however much noise is around them. */
import { crc16, KERMIT, lowFirst, MODBUS } from '#drivers/link/crc16.ts';

export interface FrameShape {
  readonly start: Uint8Array;
  /** Where the frame's whole length stands, in bytes from its start. */
  readonly lengthAt: number;
  readonly crc: 'kermit';
}

const SHORTEST_FRAME = 5;

/** Anywhere a frame that is as long as it says and whose checksum is right. */
export function hasFrame(heard: Uint8Array, { start, lengthAt }: FrameShape): boolean {
  return heard.some((_, from) => {
    if (!beginsWith(heard.subarray(from), start)) return false;
    const length = heard[from + lengthAt] ?? 0;
    const frame = heard.subarray(from, from + length);
    if (length < SHORTEST_FRAME || frame.length < length) return false;
    const [low, high] = lowFirst(crc16(KERMIT, frame.subarray(0, -2)));
    return frame.at(-2) === low && frame.at(-1) === high;
  });
}

/** These very bytes, one after the other. */
export function hasInTurn(heard: Uint8Array, wanted: Uint8Array): boolean {
  return heard.some((_, from) => beginsWith(heard.subarray(from), wanted));
}

/** Unit 1 answers function 2 with one byte of inputs, or with an exception. */
export function isModbus(heard: Uint8Array): boolean {
  const lengths: readonly (readonly [start: Uint8Array, length: number])[] = [
    [Uint8Array.of(1, 2, 1), 6],
    [Uint8Array.of(1, 0x82), 5],
  ];
  return heard.some((_, from) =>
    lengths.some(([start, length]) => {
      const frame = heard.subarray(from, from + length);
      if (frame.length < length || !beginsWith(frame, start)) return false;
      const [low, high] = lowFirst(crc16(MODBUS, frame.subarray(0, -2)));
      return frame.at(-2) === low && frame.at(-1) === high;
    }),
  );
}

function beginsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
