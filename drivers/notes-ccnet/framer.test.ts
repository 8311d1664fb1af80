/** CCNET frames are found again however the line cuts, doubles and spoils them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concat } from '../receipt-escpos/codec.ts';
import { hex } from '../conformance/bytes.ts';
import type { CcnetFrame } from './codec.ts';
import { ccnetFramer } from './framer.ts';

const ESCROW = hex('02 03 07 80 00 8C 33');
const STACKED = hex('02 03 07 81 02 46 09');

function cutInto(chunks: readonly Uint8Array[]): { frames: CcnetFrame[]; rest: Uint8Array } {
  let rest: Uint8Array = new Uint8Array(0);
  const frames: CcnetFrame[] = [];
  for (const chunk of chunks) {
    const cut = ccnetFramer.cut(rest, chunk);
    frames.push(...cut.frames);
    rest = cut.rest;
  }
  return { frames, rest };
}

const codes = (frames: readonly CcnetFrame[]): (number | undefined)[] =>
  frames.flatMap((frame) => (frame.kind === 'reply' ? [frame.data[0]] : []));

test('split at every byte', () => {
  const bytes = concat([ESCROW, STACKED]);
  expect(codes(cutInto([...bytes].map((byte) => Uint8Array.of(byte))).frames)).toEqual([0x80, 0x81]);
});

test('two frames in one chunk, garbage before, between and after', () => {
  const { frames } = cutInto([concat([hex('00 81 02'), ESCROW, hex('02 03 01'), STACKED, hex('81 02')])]);
  expect(codes(frames)).toEqual([0x80, 0x81]);
});

test('a frame with a wrong checksum is damaged, and the next one is found', () => {
  const spoilt = STACKED.slice();
  spoilt[3] = 0x80;
  const { frames } = cutInto([concat([spoilt, ESCROW])]);
  expect(frames.map(({ kind }) => kind)).toEqual(['damaged', 'reply']);
});

test('a length that leads nowhere is given up when the line falls silent', () => {
  const { frames, rest } = cutInto([concat([hex('02 03 F0'), STACKED])]);
  expect(frames).toEqual([]);
  expect(codes(ccnetFramer.giveUp(rest).frames)).toEqual([0x81]);
});

test('a frame of another device on the line is none of ours', () => {
  expect(cutInto([concat([hex('02 04 06 14 00 00'), STACKED])]).frames).toHaveLength(1);
});

test('a long frame has its length in two bytes of its own', () => {
  const data = Array.from({ length: 300 }, (_, at) => at & 0x7f);
  const long = withChecksum([0x02, 0x03, 0x00, 0x01, 0x33, ...data]);
  expect(cutInto([long, ESCROW]).frames).toEqual([
    { kind: 'reply', data: Uint8Array.from(data) },
    { kind: 'reply', data: Uint8Array.of(0x80, 0x00) },
  ]);
});

/** Bit by bit, from the manual: x^16 + x^12 + x^5 + 1, least significant bit first, low byte first. */
function withChecksum(bytes: readonly number[]): Uint8Array {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum % 2 ? (sum >> 1) ^ 0x8408 : sum >> 1;
  }
  return Uint8Array.from([...bytes, sum % 256, sum >> 8]);
}

test('whatever is said arrives, whatever the noise before it', () => {
  const noise = fc.uint8Array({ maxLength: 12 }).filter((bytes) => !bytes.includes(0x02));
  const data = fc.uint8Array({ minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(noise, data, fc.integer({ min: 1, max: 9 }), (before, said, size) => {
      const bytes = concat([before, withChecksum([0x02, 0x03, said.length + 5, ...said])]);
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.slice(at * size, (at + 1) * size),
      );
      const { frames, rest } = cutInto(chunks);
      expect(frames).toEqual([{ kind: 'reply', data: said }]);
      expect(rest).toHaveLength(0);
    }),
  );
});
