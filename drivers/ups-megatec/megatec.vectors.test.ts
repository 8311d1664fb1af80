/** The protocol paper's own example, and what makers' manuals show beside it. */
import { expect, test } from 'vitest';
import { toHex } from '../conformance/bytes.ts';
import { decodeAnswer, encodeQuestion } from './codec.ts';
import { megatecFramer } from './framer.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const NOTHING = new Uint8Array(0);

test.each([
  ['status', '51 31 0D'],
  ['rating', '46 0D'],
  ['identity', '49 0D'],
] as const)('%s is asked with %s', (name, bytes) => {
  expect(toHex(encodeQuestion(name))).toBe(bytes);
});

test('208.4 V in, load 34 %, 2.05 V a cell, 35 degrees; on-line type, UPS failed, bypass active', () => {
  const { frames } = megatecFramer.cut(NOTHING, bytesOf('(208.4 140.0 208.4 034 59.9 2.05 35.0 00110000\r'));
  expect(frames.map((line) => decodeAnswer('status', line))).toEqual([
    {
      kind: 'status',
      inputVolts: 208.4,
      loadPercent: 34,
      batteryVolts: 2.05,
      celsius: 35,
      flags: {
        mainsFailed: false,
        batteryLow: false,
        bypassed: true,
        failed: true,
        testing: false,
        shuttingDown: false,
      },
    },
  ]);
});

test('rating and identity both begin with # and are told apart', () => {
  const rating = '#220.0 000 024.0 50.0';
  const identity = '#-------------   ------     VT12046Q  ';
  for (const [name, text, other] of [
    ['rating', rating, 'identity'],
    ['identity', identity, 'rating'],
  ] as const) {
    const [line] = megatecFramer.cut(NOTHING, bytesOf(`${text}\r`)).frames;
    expect(line && decodeAnswer(name, line)).toMatchObject({ kind: name });
    expect(line && decodeAnswer(other, line)).toBeNull();
  }
});

test('noise with brackets and returns before a line does not hide it; half a line is damaged', () => {
  const good = '(230.1 230.1 230.0 012 50.0 27.4 --.- 00001001';
  expect(megatecFramer.cut(NOTHING, bytesOf(`(2#\r((${good}\r`)).frames.at(-1)).toEqual({ kind: 'line', text: good });
  expect(megatecFramer.cut(NOTHING, bytesOf('(230.1 230.1\r')).frames).toEqual([{ kind: 'damaged' }]);
  expect(megatecFramer.giveUp(bytesOf('(230.1 23'))).toEqual({ frames: [{ kind: 'damaged' }], rest: NOTHING });
});
