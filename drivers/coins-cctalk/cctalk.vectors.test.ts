/** The bytes that published programs and the specification agree on: whoever reads ccTalk another way disagrees here. */
import { expect, test } from 'vitest';
import { hex, toHex } from '../conformance/bytes.ts';
import { decodeAnswer, encodeQuestion, maskOf, valueFenOf, type CoinLine } from './codec.ts';
import { coinFramer } from './framer.ts';

const SIMPLE: CoinLine = { address: 2, checksum: 'simple' };
const CRC: CoinLine = { address: 40, checksum: 'crc16' };
const NOTHING = new Uint8Array(0);

test('read buffered credit or error codes, simple checksum', () => {
  expect(toHex(encodeQuestion(SIMPLE, 'credits'))).toBe('02 00 01 E5 18');
});

test.each([
  ['simple poll', SIMPLE, '02 00 01 FE FF', { to: 2, from: 1, header: 254 }],
  ['reset', SIMPLE, '02 00 01 01 FC', { to: 2, from: 1, header: 1 }],
  ['simple poll to a bill validator, 16-bit checksum', CRC, '28 00 B6 FE 21', { to: 40, from: null, header: 254 }],
] as const)('%s is a frame', (_, line, bytes, frame) => {
  expect(coinFramer(line).cut(NOTHING, hex(bytes))).toEqual({
    frames: [{ kind: 'frame', data: NOTHING, ...frame }],
    rest: NOTHING,
  });
});

test('the inhibit mask is low byte first: positions 1 and 9', () => {
  expect(maskOf([1, 9])).toEqual([0x01, 0x01]);
  expect(maskOf([])).toEqual([0, 0]);
});

test('after our own echo comes the reply, in one chunk or byte by byte', () => {
  const wire = hex('02 00 01 E5 18 01 0B 02 00 07 03 00 00 01 02 01 00 00 00 00 E4');
  const framer = coinFramer(SIMPLE);
  const { frames } = framer.cut(NOTHING, wire);
  const slow = [...wire].reduce(
    ({ frames: before, rest }, byte) => {
      const next = framer.cut(rest, Uint8Array.of(byte));
      return { frames: [...before, ...next.frames], rest: next.rest };
    },
    { frames: [] as (typeof frames)[number][], rest: NOTHING as Uint8Array },
  );
  expect(slow.frames).toEqual(frames);
  expect(frames.map((frame) => decodeAnswer(SIMPLE, 'credits', frame))).toEqual([
    null,
    {
      kind: 'credits',
      counter: 7,
      slots: [
        { a: 3, b: 0 },
        { a: 0, b: 1 },
        { a: 2, b: 1 },
        { a: 0, b: 0 },
        { a: 0, b: 0 },
      ],
    },
  ]);
});

test.each([
  ['CN100A', 100],
  ['CN010A', 10],
  ['CN050B', 50],
  ['GB100A', null],
  ['CN000A', null],
  ['......', null],
  ['TK001A', null],
])('%s is worth %s fen', (id, fen) => {
  expect(valueFenOf(id, 1)).toBe(fen);
});

test('an acceptor programmed in jiao', () => {
  expect(valueFenOf('CN005A', 10)).toBe(50);
});
