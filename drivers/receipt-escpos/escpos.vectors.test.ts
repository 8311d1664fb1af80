/** The printer's bytes against vectors nobody here wrote: Epson's command pages and vendors' pages via public sources. */
import { expect, test } from 'vitest';
import { hex, toHex } from '../conformance/bytes.ts';
import {
  align,
  askStatus,
  bold,
  CHINESE_MODE,
  CUT,
  INITIALIZE,
  proofId,
  qrCode,
  REPORT_CHANGES,
  requestProof,
  size,
  type StatusKind,
} from './codec.ts';
import { encode, printable } from './font.ts';
import { NO_GLYPHS } from './glyphs.ts';
import { printerFramer } from './framer.ts';
import { conditionOf, conditionOfChanges } from './status.ts';

const FINE = 0x12;

test.each<[StatusKind, string]>([
  [1, '10 04 01'],
  [2, '10 04 02'],
  [3, '10 04 03'],
  [4, '10 04 04'],
])('DLE EOT %i', (kind, bytes) => {
  expect(toHex(askStatus(kind))).toBe(bytes);
});

test.each<[string, Uint8Array, string]>([
  ['initialise', INITIALIZE, '1B 40'],
  ['Chinese mode', CHINESE_MODE, '1B 74 00 1C 26'],
  ['partial cut', CUT, '1D 56 01'],
  ['align', align('center'), '1B 61 01'],
  ['bold', bold(true), '1B 45 01'],
  ['double size', size(2, 2), '1D 21 11'],
  ['automatic status', REPORT_CHANGES, '1D 61 0E'],
  ['process id', requestProof('ABCD'), '1D 28 48 06 00 30 30 41 42 43 44'],
])('%s', (_, bytes, printed) => {
  expect(toHex(bytes)).toBe(printed);
});

test('a QR code is model, size, correction, data, print', () => {
  expect(toHex(qrCode('AB', 6))).toBe(
    [
      '1D 28 6B 04 00 31 41 32 00',
      '1D 28 6B 03 00 31 43 06',
      '1D 28 6B 03 00 31 45 31',
      '1D 28 6B 05 00 31 50 30 41 42',
      '1D 28 6B 03 00 31 51 30',
    ].join(' '),
  );
});

test('12 all fine; 1A off line; 32 stopped by paper end; 1E near end; 7E near end and end', () => {
  const fine = { printer: FINE, offline: FINE, error: FINE, roll: FINE };
  const good = { paper: 'ok', cover: 'closed', cutter: 'ok', mechanism: 'ok', online: true };
  expect(conditionOf(fine)).toEqual(good);
  expect(conditionOf({ ...fine, printer: 0x1a })).toEqual({ ...good, online: false });
  expect(conditionOf({ ...fine, offline: 0x32 })).toEqual({ ...good, paper: 'out' });
  expect(conditionOf({ ...fine, offline: 0x16 })).toEqual({ ...good, cover: 'open' });
  expect(conditionOf({ ...fine, error: 0x1a })).toEqual({ ...good, cutter: 'jammed' });
  expect(conditionOf({ ...fine, error: 0x32 })).toEqual({ ...good, mechanism: 'failed' });
  expect(conditionOf({ ...fine, error: 0x52 })).toEqual({ ...good, mechanism: 'waiting' });
  expect(conditionOf({ ...fine, roll: 0x1e })).toEqual({ ...good, paper: 'nearEnd' });
  expect(conditionOf({ ...fine, roll: 0x7e })).toEqual({ ...good, paper: 'out' });
});

test.each<[string, string, Partial<ReturnType<typeof conditionOfChanges>>]>([
  ['all fine', '10 00 00 00', {}],
  ['off line, cover open', '38 00 00 00', { cover: 'open', online: false }],
  ['cutter', '18 08 00 00', { cutter: 'jammed', online: false }],
  ['near end', '10 00 03 00', { paper: 'nearEnd' }],
  ['paper end', '18 00 0F 00', { paper: 'out', online: false }],
])('ASB: %s', (_, bytes, differs) => {
  const { frames } = printerFramer.cut(new Uint8Array(0), hex(bytes));
  expect(frames).toEqual([{ kind: 'changes', bytes: hex(bytes) }]);
  const good = { paper: 'ok', cover: 'closed', cutter: 'ok', mechanism: 'ok', online: true };
  expect(conditionOfChanges(hex(bytes))).toEqual({ ...good, ...differs });
});

test('every byte of the form 0xx1xx10 is a status, and no other', () => {
  for (let byte = 0; byte < 256; byte += 1) {
    const isStatus = /^0..1..10$/.test(byte.toString(2).padStart(8, '0'));
    const { frames } = printerFramer.cut(new Uint8Array(0), Uint8Array.of(byte));
    expect(frames).toEqual(isStatus ? [{ kind: 'status', byte }] : []);
  }
});

test('a proof is 37 22, the four characters, 00', () => {
  const { frames } = printerFramer.cut(new Uint8Array(0), hex('37 22 30 30 30 31 00'));
  expect(frames).toEqual([{ kind: 'proof', id: '0001' }]);
});

test('no byte of our proof ids could be a status or begin an ASB block', () => {
  for (let count = 0; count < 20_000; count += 7) {
    const id = proofId(count);
    expect(id).toMatch(/^[A-O]{4}$/);
    const taken = [...id].filter((character) => [0x12, 0x10].includes(character.charCodeAt(0) & 0x93));
    expect(taken).toEqual([]);
  }
});

test('你好 is C4 E3 BA C3', () => {
  expect(toHex(encode(printable('你好', NO_GLYPHS), NO_GLYPHS))).toBe('C4 E3 BA C3');
});

test('the yuan sign is A3 A4, never the four bytes that print as "0 6"', () => {
  expect(toHex(encode(printable('¥￥', NO_GLYPHS), NO_GLYPHS))).toBe('A3 A4 A3 A4');
});
