/** What a technician reads of a wire: frames by name, noise as noise, and of a card only how many bytes it was. */
import { expect, test } from 'vitest';
import { hex } from '../conformance/bytes.ts';
import { narrateReader } from '../idcard-sdt/narrate.ts';
import { narratePrinter } from '../receipt-escpos/narrate.ts';
import type { Narrator } from './narrator.ts';

const fromDevice = (narrator: Narrator, bytes: Uint8Array): string[] =>
  narrator.hear({ direction: 'fromDevice', bytes }).map(({ words }) => words.en);

const FOUND = hex('AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97');

test('a reply in two pieces is one line; half a reply is told when the next question goes out', () => {
  const narrator = narrateReader();
  expect(fromDevice(narrator, FOUND.subarray(0, 6))).toEqual([]);
  expect(fromDevice(narrator, FOUND.subarray(6))).toEqual(['9F a card is there, 4 bytes']);
  expect(fromDevice(narrator, FOUND.subarray(0, 9))).toEqual([]);
  const next = narrator.hear({ direction: 'toDevice', bytes: hex('AA AA AA 96 69 00 03 20 01 22') });
  expect(next.map(({ direction, words }) => [direction, words.en])).toEqual([
    ['fromDevice', 'half a reply (9 bytes)'],
    ['toDevice', 'find a card'],
  ]);
});

test('what is no frame is noise, and says where to look', () => {
  expect(fromDevice(narrateReader(), hex('FF 00 7E FF'))).toEqual(['4 bytes of noise: wrong baud rate or wiring?']);
  expect(fromDevice(narratePrinter({ inTurn: false }), hex('FF FF'))).toEqual([
    '2 bytes of noise: wrong baud rate or wiring?',
  ]);
});

test('a printer that tells by itself is told in words; a single byte in turn only where it is the proof', () => {
  expect(fromDevice(narratePrinter({ inTurn: false }), hex('38 00 0C 00'))).toEqual([
    'tells by itself: paper out, cover open, cutter ok, mechanism ok',
  ]);
  expect(fromDevice(narratePrinter({ inTurn: true }), hex('00'))).toEqual([
    'answer in its turn: everything before is done',
  ]);
});
