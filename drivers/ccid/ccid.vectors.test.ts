/** Messages of CCID 1.1, chapter 6, byte for byte as its tables lay them out. */
import { expect, test } from 'vitest';
import { hex, toHex } from '../conformance/bytes.ts';
import { packNews, packQuestion, packReply, readFromReader, readQuestion, SLOT_ERROR } from './messages.ts';

test.each([
  ['6.1.1 IccPowerOn', { kind: 'powerOn' }, 7, '62 00 00 00 00 00 07 00 00 00'],
  ['6.1.2 IccPowerOff', { kind: 'powerOff' }, 8, '63 00 00 00 00 00 08 00 00 00'],
  ['6.1.3 GetSlotStatus', { kind: 'slotStatus' }, 255, '65 00 00 00 00 00 FF 00 00 00'],
  [
    '6.1.4 XfrBlock',
    { kind: 'transmit', apdu: hex('00 A4 00 00 02 3F 00') },
    1,
    '6F 07 00 00 00 00 01 00 00 00 00 A4 00 00 02 3F 00',
  ],
] as const)('%s', (_, question, number, bytes) => {
  expect(toHex(packQuestion(question, number))).toBe(bytes);
  expect(readQuestion(hex(bytes))).toEqual({ question, number });
});

const nothing = new Uint8Array(0);
test.each([
  [
    '6.2.1 DataBlock',
    { number: 1, card: 'active', error: null, data: hex('6A 82') },
    '80 02 00 00 00 00 01 00 00 00 6A 82',
  ],
  [
    '6.2.2 SlotStatus, no card',
    { number: 2, card: 'absent', error: null, data: nothing },
    '81 00 00 00 00 00 02 02 00 00',
  ],
  [
    '6.2.2 SlotStatus, ICC_MUTE',
    { number: 3, card: 'inactive', error: SLOT_ERROR.mute, data: nothing },
    '81 00 00 00 00 00 03 41 FE 00',
  ],
] as const)('%s', (_, reply, bytes) => {
  expect(readFromReader(hex(bytes))).toEqual({ kind: 'reply', ...reply });
  expect(toHex(packReply({ kind: 'reply', ...reply }))).toBe(bytes);
});

test('6.3.1 NotifySlotChange', () => {
  expect(readFromReader(hex('50 03'))).toEqual({ kind: 'news', present: true });
  expect(readFromReader(hex('50 02'))).toEqual({ kind: 'news', present: false });
  expect(toHex(packNews(true))).toBe('50 03');
});

test.each([
  '',
  '80',
  '80 05 00 00 00 00 01 00 00 00 90 00',
  '81 00 00 00 00 00 02 03 00 00',
  '99 00 00 00 00 00 01 00 00 00',
])('what is no message is damaged: %s', (bytes) => expect(readFromReader(hex(bytes))).toEqual({ kind: 'damaged' }));
