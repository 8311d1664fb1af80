/** The manual's and the field's own bytes: whoever reads ID-003 another way disagrees here. */
import { expect, test } from 'vitest';
import { hex, toHex } from '../conformance/bytes.ts';
import {
  ACKNOWLEDGE,
  ASK_STATUS,
  conditionOf,
  currenciesOf,
  encodeOrder,
  encodeSetting,
  frameOf,
  obeyedBy,
  refusedBits,
  wantsAcknowledgement,
} from './codec.ts';
import { id003Framer } from './framer.ts';

test.each([
  ['status', ASK_STATUS, 'FC 05 11 27 56'],
  ['reset', encodeOrder('reset'), 'FC 05 40 2B 15'],
  ['stack-1', encodeOrder('stack'), 'FC 05 41 A2 04'],
  ['stack-2, which we never say', frameOf(0x42), 'FC 05 42 39 36'],
  ['return', encodeOrder('giveBack'), 'FC 05 43 B0 27'],
  ['acknowledge', ACKNOWLEDGE, 'FC 05 50 AA 05'],
  ['inhibit off', encodeSetting('inhibit', 0), 'FC 06 C3 00 04 D6'],
  ['inhibit on', encodeSetting('inhibit', 1), 'FC 06 C3 01 8D C7'],
] as const)('%s', (_, bytes, expected) => {
  expect(toHex(bytes)).toBe(expected);
});

function heard(bytes: string): Uint8Array {
  const { frames, rest } = id003Framer.cut(new Uint8Array(0), hex(bytes));
  expect(rest).toHaveLength(0);
  const [frame] = frames;
  if (frames.length !== 1 || frame?.kind !== 'reply') throw new Error('one good frame');
  return frame.data;
}

test('escrow, first bill', () => {
  expect(conditionOf(heard('FC 06 13 61 B0 FB'))).toEqual({ is: 'escrow', bill: 0 });
});

test('vend valid is the one word that waits to be acknowledged', () => {
  const data = heard('FC 05 15 03 10');
  expect(conditionOf(data)).toEqual({ is: 'stacked', bill: null });
  expect(wantsAcknowledgement(data)).toBe(true);
  expect(wantsAcknowledgement(Uint8Array.of(0x16))).toBe(false);
});

test('41 from the validator is no order: switched on with a bill in it', () => {
  expect(conditionOf(Uint8Array.of(0x40))).toEqual({ is: 'powerUp', bill: 'none' });
  expect(conditionOf(Uint8Array.of(0x41))).toEqual({ is: 'powerUp', bill: 'inValidator' });
  expect(conditionOf(Uint8Array.of(0x42))).toEqual({ is: 'powerUp', bill: 'inStacker' });
  expect(conditionOf(Uint8Array.of(0x43))).toEqual({ is: 'boxFull', code: 0x43 });
});

test('an order is answered by ACK, a setting by its echo, both by “invalid”', () => {
  const inhibit = encodeSetting('inhibit', 0);
  expect(obeyedBy(encodeOrder('stack'), Uint8Array.of(0x50))).toBe('done');
  expect(obeyedBy(encodeOrder('stack'), Uint8Array.of(0x14))).toBeNull();
  expect(obeyedBy(inhibit, Uint8Array.of(0xc3, 0))).toBe('done');
  expect(obeyedBy(inhibit, Uint8Array.of(0xc3, 1))).toBeNull();
  expect(obeyedBy(inhibit, Uint8Array.of(0x50))).toBeNull();
  expect(obeyedBy(inhibit, Uint8Array.of(0x4b))).toBe('refused');
});

test.each([
  [[0, 1, 2, 3, 4, 5], 'C0 FF'],
  [[2], 'FB FF'],
  [[8], 'FF FE'],
  [[], 'FF FF'],
] as const)('taking bills %j: the others are refused, %s', (bills, bits) => {
  expect(toHex(Uint8Array.from(refusedBits([...bills])))).toBe(bits);
});

const TEN = [0x63, 0x2a, 1, 1];
const HUNDRED = [0x66, 0x2a, 1, 2];

test('the table: leading digits and a power of ten, in yuan', () => {
  const values = currenciesOf(Uint8Array.of(0x8a, ...TEN, ...HUNDRED), null);
  expect(values?.slice(0, 6)).toEqual([null, null, 1_000, null, null, 10_000]);
});

test('a table of two countries is worth nothing until somebody says which is ours', () => {
  const data = Uint8Array.of(0x8a, ...TEN, 0x66, 0x01, 1, 2);
  expect(currenciesOf(data, null)?.every((value) => value === null)).toBe(true);
  expect(currenciesOf(data, 0x2a)?.[2]).toBe(1_000);
  expect(currenciesOf(data, 0x2a)?.[5]).toBeNull();
});

test.each([
  ['of a value that no yuan note has', Uint8Array.of(0x8a, 0x61, 0x2a, 3, 0)],
  ['of a code outside its range', Uint8Array.of(0x8a, 0x20, 0x2a, 1, 0)],
])('a bill %s is no note', (_, data) => {
  expect(currenciesOf(data, null)?.every((value) => value === null)).toBe(true);
});

test.each([
  ['nothing in it', Uint8Array.of(0x8a)],
  ['half an entry', Uint8Array.of(0x8a, 0x61, 0x2a)],
  ['another reply', Uint8Array.of(0x11)],
])('no table: %s', (_, data) => {
  expect(currenciesOf(data, null)).toBeNull();
});
