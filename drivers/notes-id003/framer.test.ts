/** ID-003 frames are found again however the line cuts, doubles and spoils them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concat } from '../receipt-escpos/codec.ts';
import { hex } from '../conformance/bytes.ts';
import { frameOf, type Id003Frame } from './codec.ts';
import { id003Framer } from './framer.ts';

const ESCROW = hex('FC 06 13 61 B0 FB');
const VEND_VALID = hex('FC 05 15 03 10');

function cutInto(chunks: readonly Uint8Array[]): { frames: Id003Frame[]; rest: Uint8Array } {
  let rest: Uint8Array = new Uint8Array(0);
  const frames: Id003Frame[] = [];
  for (const chunk of chunks) {
    const cut = id003Framer.cut(rest, chunk);
    frames.push(...cut.frames);
    rest = cut.rest;
  }
  return { frames, rest };
}

const codes = (frames: readonly Id003Frame[]): (number | undefined)[] =>
  frames.flatMap((frame) => (frame.kind === 'reply' ? [frame.data[0]] : []));

test('split at every byte', () => {
  const bytes = concat([ESCROW, VEND_VALID]);
  expect(codes(cutInto([...bytes].map((byte) => Uint8Array.of(byte))).frames)).toEqual([0x13, 0x15]);
});

test('two frames in one chunk, garbage before, between and after', () => {
  const { frames } = cutInto([concat([hex('00 15 FC'), ESCROW, hex('FC 02 50'), VEND_VALID, hex('15 FC')])]);
  expect(codes(frames)).toEqual([0x13, 0x15]);
});

test('a frame with a wrong checksum is damaged, and the next one is found', () => {
  const spoilt = VEND_VALID.slice();
  spoilt[2] = 0x11;
  const { frames } = cutInto([concat([spoilt, ESCROW])]);
  expect(frames.map(({ kind }) => kind)).toEqual(['damaged', 'reply']);
});

test('a length that leads nowhere is given up when the line falls silent', () => {
  const { frames, rest } = cutInto([concat([hex('FC 70'), VEND_VALID])]);
  expect(frames).toEqual([]);
  expect(codes(id003Framer.giveUp(rest).frames)).toEqual([0x15]);
});

test('whatever is said arrives, whatever the noise before it', () => {
  const noise = fc.uint8Array({ maxLength: 12 }).filter((bytes) => !bytes.includes(0xfc));
  const data = fc.uint8Array({ minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(noise, data, fc.integer({ min: 1, max: 9 }), (before, said, size) => {
      const bytes = concat([before, frameOf(...said)]);
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.slice(at * size, (at + 1) * size),
      );
      const { frames, rest } = cutInto(chunks);
      expect(frames).toEqual([{ kind: 'reply', data: said }]);
      expect(rest).toHaveLength(0);
    }),
  );
});
