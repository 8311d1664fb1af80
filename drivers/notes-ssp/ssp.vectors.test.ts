/** The manual's and the field's own bytes: whoever reads SSP another way disagrees here. */
import { expect, test } from 'vitest';
import { hex, toHex } from '../conformance/bytes.ts';
import { encodeCommand, eventsOf, packetOf, serialOf, valuesOf } from './codec.ts';
import { sspFramer } from './framer.ts';

test.each([
  ['SYNC, first flag', packetOf(0, encodeCommand('sync')), '7F 00 01 11 66 08'],
  ['SYNC, other flag', packetOf(0x80, encodeCommand('sync')), '7F 80 01 11 65 82'],
  ['host protocol 6', packetOf(0, encodeCommand('protocol', [6])), '7F 00 02 06 06 1B 94'],
  ['poll, other flag', packetOf(0x80, encodeCommand('poll')), '7F 80 01 07 12 02'],
  ['poll, first flag', packetOf(0, encodeCommand('poll')), '7F 00 01 07 11 88'],
] as const)('%s', (_, bytes, expected) => {
  expect(toHex(bytes)).toBe(expected);
});

test.each([
  ['OK', '7F 00 01 F0 20 0A', 0, 'F0'],
  ['OK, other flag', '7F 80 01 F0 23 80', 0x80, 'F0'],
  ['out of range', '7F 00 01 F4 3B 8A', 0, 'F4'],
] as const)('%s', (_, bytes, flag, data) => {
  const { frames, rest } = sspFramer.cut(new Uint8Array(0), hex(bytes));
  expect(frames).toEqual([{ kind: 'packet', flag, data: hex(data) }]);
  expect(rest).toHaveLength(0);
});

test('a 7F inside is sent twice, and the checksum is that of the one', () => {
  const packet = packetOf(0, Uint8Array.of(0x7f, 0x7f));
  expect(toHex(packet)).toMatch(/^7F 00 02 7F 7F 7F 7F /);
  expect(sspFramer.cut(new Uint8Array(0), packet).frames).toEqual([{ kind: 'packet', flag: 0, data: hex('7F 7F') }]);
});

test('events come in their order; one of another family ends the list', () => {
  const codes = (bytes: string) => eventsOf(hex(bytes)).map(({ code, channel }) => [code, channel]);
  expect(codes('F0')).toEqual([]);
  expect(codes('F0 EF 00')).toEqual([[0xef, 0]]);
  expect(codes('F0 EE 03 CC E8')).toEqual([
    [0xee, 3],
    [0xcc, 0],
    [0xe8, 0],
  ]);
  expect(codes('F0 F1 E2 02 E8')).toEqual([
    [0xf1, 0],
    [0xe2, 2],
    [0xe8, 0],
  ]);
  expect(codes('F0 EB 01 02')).toEqual([[0xeb, 0]]);
});

test('a serial number has its high byte first', () => {
  expect(serialOf(hex('F0 00 12 D6 87'))).toBe('1234567');
});

const HEAD = '00 30 34 34 31';
const CNY = '43 4E 59';
const EUR = '45 55 52';

test('the long table: each channel its country and value', () => {
  const table = hex(
    `F0 ${HEAD} ${CNY} 00 00 01 03 0A 64 05 02 02 02 00 00 64 06 ${CNY} ${CNY} ${EUR} 0A 00 00 00 64 00 00 00 05 00 00 00`,
  );
  expect(valuesOf(table)).toEqual([1_000, 10_000, null]);
});

test('the short table: one country for all; what no yuan note is worth counts nothing', () => {
  expect(valuesOf(hex(`F0 ${HEAD} ${CNY} 00 00 01 03 0A 03 64 02 02 02 00 00 64 05`))).toEqual([1_000, null, 10_000]);
  expect(valuesOf(hex(`F0 ${HEAD} ${EUR} 00 00 01 01 0A 02 00 00 64 05`))).toEqual([null]);
});

test.each([
  ['no channels', `F0 ${HEAD} ${CNY} 00 00 01 00 00 00 64 06`],
  ['half a table', `F0 ${HEAD} ${CNY} 00 00 01 03 0A 64`],
])('no table: %s', (_, bytes) => {
  expect(valuesOf(hex(bytes))).toBeNull();
});
