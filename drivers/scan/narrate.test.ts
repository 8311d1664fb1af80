/** What a technician reads of scanners and of a card reader on HID: lengths and kinds, never what a code or a card says. */
import { expect, test } from 'vitest';
import { hex } from '../conformance/bytes.ts';
import { narrateReaderReports } from '../idcard-sdt-hid/narrate.ts';
import { dressOf } from '../scanner-serial/driver.ts';
import { narrateScanner } from '../scanner-serial/narrate.ts';
import { narrateReports } from '../scanner-hidpos/narrate.ts';
import type { Narrator } from '../tap/narrator.ts';

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const words = (narrator: Narrator, bytes: Uint8Array, direction: 'fromDevice' | 'toDevice' = 'fromDevice'): string[] =>
  narrator.hear({ direction, bytes }).map(({ words: said }) => said.en);

test('a code by its length and kind', () => {
  const dress = dressOf({ prefix: '\x02', suffix: '\x03', aimIds: true, quietMs: 100 });
  const narrator = narrateScanner(dress);
  expect(words(narrator, latin1('\x02]Q1SEC'))).toEqual(['a code begins (7 bytes)']);
  expect(words(narrator, latin1('R'))).toEqual(['1 more bytes']);
  expect(words(narrator, latin1('ET\x03'))).toEqual(['a code: 6 bytes, qr ]Q1, not shown']);
  expect(words(narrator, latin1('SECRET\x03')).at(-1)).toContain('without its prefix');
});

test('a line, without AIM id', () => {
  const narrator = narrateScanner(dressOf({ prefix: '', suffix: '\r', aimIds: false, quietMs: 100 }));
  expect(words(narrator, latin1('SECRET\r\n'))).toEqual([
    'a code begins (8 bytes)',
    'a code: 6 bytes, unknown, not shown',
  ]);
});

test('reports of a scanner by their size; of a card reader by the frame in them', () => {
  expect(words(narrateReports(), latin1('SECRET'))).toEqual(['a report of 6 bytes, not shown']);
  const command = new Uint8Array(65);
  command.set(hex('00 AA AA AA 96 69 00 03 20 01 22'));
  const narrator = narrateReaderReports();
  expect(words(narrator, command, 'toDevice')).toEqual(['find a card']);
  const reply = new Uint8Array(64);
  reply.set(hex('AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97'));
  expect(words(narrator, reply)).toEqual(['9F a card is there, 4 bytes']);
});
