/** SSP packets are found again however the line cuts, doubles and spoils them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hex } from '../conformance/bytes.ts';
import { crc16, lowFirst, SSP } from '../link/crc16.ts';
import { concat } from '../receipt-escpos/codec.ts';
import { packetOf, type SspFrame } from './codec.ts';
import { sspFramer } from './framer.ts';

const OK = hex('7F 00 01 F0 20 0A');
const OUT_OF_RANGE = hex('7F 00 01 F4 3B 8A');

function cutInto(chunks: readonly Uint8Array[]): { frames: SspFrame[]; rest: Uint8Array } {
  let rest: Uint8Array = new Uint8Array(0);
  const frames: SspFrame[] = [];
  for (const chunk of chunks) {
    const cut = sspFramer.cut(rest, chunk);
    frames.push(...cut.frames);
    rest = cut.rest;
  }
  return { frames, rest };
}

const codes = (frames: readonly SspFrame[]): (number | undefined)[] =>
  frames.map((frame) => (frame.kind === 'packet' ? frame.data[0] : undefined));

test('split at every byte', () => {
  const bytes = concat([OK, OUT_OF_RANGE]);
  expect(codes(cutInto([...bytes].map((byte) => Uint8Array.of(byte))).frames)).toEqual([0xf0, 0xf4]);
});

test('garbage before, between and after; half a packet is noise once another one begins', () => {
  const { frames } = cutInto([concat([hex('00 F0 11'), OK, hex('7F 80 05 EE'), OUT_OF_RANGE, hex('01 02')])]);
  expect(codes(frames)).toEqual([0xf0, 0xf4]);
});

test('a packet with a wrong checksum is damaged, and the next one is found', () => {
  const spoilt = OK.slice();
  spoilt[3] = 0xf1;
  expect(cutInto([concat([spoilt, OUT_OF_RANGE])]).frames.map(({ kind }) => kind)).toEqual(['damaged', 'packet']);
});

test('another unit on the line is not ours to hear', () => {
  const bytes = Uint8Array.of(0x10, 0x01, 0xf0);
  const theirs = Uint8Array.of(0x7f, ...bytes, ...lowFirst(crc16(SSP, bytes)));
  expect(cutInto([concat([theirs, OK])]).frames).toHaveLength(1);
});

test('a length that leads nowhere is given up when the line falls silent', () => {
  const { frames, rest } = cutInto([hex('7F 00 50 F0 20 0A')]);
  expect(frames).toEqual([]);
  expect(sspFramer.giveUp(rest)).toMatchObject({ frames: [{ kind: 'damaged' }] });
});

test('whatever is said arrives, whatever the noise before it, however many 7F are in it', () => {
  const noise = fc.uint8Array({ maxLength: 12 }).filter((bytes) => !bytes.includes(0x7f));
  const data = fc.array(fc.oneof(fc.constant(0x7f), fc.nat(255)), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(noise, data, fc.integer({ min: 1, max: 9 }), fc.boolean(), (before, said, size, second) => {
      const flag = second ? 0x80 : 0;
      const bytes = concat([before, packetOf(flag, Uint8Array.from(said))]);
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.slice(at * size, (at + 1) * size),
      );
      const { frames, rest } = cutInto(chunks);
      expect(frames).toEqual([{ kind: 'packet', flag, data: Uint8Array.from(said) }]);
      expect(rest).toHaveLength(0);
    }),
  );
});
