/** Answers as manuals and captures have them are recognised, among noise too; the questions themselves and damaged answers are not. */
import { expect, test } from 'vitest';
import { crc16, lowFirst, SSP } from '#drivers/link/crc16.ts';
import { PROBES } from './probes.table.ts';

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

const ANSWERS: readonly (readonly [string, string])[] = [
  ['receipt-escpos', '12'],
  ['ups-megatec', Buffer.from('(220.4 220.4 220.1 018 50.0 27.4 31.5 00001001\r').toString('hex')],
  ['idcard-sdt', 'AA AA AA 96 69 00 04 00 00 90 94'],
  ['notes-ccnet', '02 03 06 14 67 D4'],
  ['notes-id003', 'FC 06 13 61 B0 FB'],
  ['notes-ssp', '7F 80 01 F0 23 80'],
  ['coins-cctalk', '01 00 02 00 FD'],
  ['modbus', '01 02 01 00 A1 88'],
];

const ofModel = (model: string) => {
  const probe = PROBES.find((each) => each.model === model);
  if (probe === undefined) throw new Error(`no probe for ${model}`);
  return probe;
};

test.each(ANSWERS)('%s is recognised by its own answer and by nobody else’s', (model, answer) => {
  const others = ANSWERS.filter(([other]) => other !== model);
  expect(ofModel(model).recognise(bytes(answer))).toBe(true);
  expect(others.filter(([, other]) => ofModel(model).recognise(bytes(other)))).toEqual([]);
});

test.each(ANSWERS.filter(([model]) => model !== 'receipt-escpos'))('%s is recognised behind noise', (model, answer) => {
  expect(ofModel(model).recognise(Uint8Array.of(0x00, 0xff, ...bytes(answer)))).toBe(true);
});

test.each(ANSWERS.filter(([model]) => model !== 'ups-megatec'))('a damaged answer of %s is none', (model, answer) => {
  const damaged = bytes(answer);
  damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 0xff;
  expect(ofModel(model).recognise(damaged)).toBe(false);
});

test('nobody answers by silence, and printers are asked before anything that they would print', () => {
  expect(PROBES.filter(({ recognise }) => recognise(new Uint8Array(0)))).toEqual([]);
  expect(PROBES[0]?.model).toBe('receipt-escpos');
  expect(PROBES.filter(({ ask }) => ask.includes(0x0a))).toEqual([]);
});

test('SYNC of SSP and its answer have right checksums', () => {
  for (const packet of [ofModel('notes-ssp').ask, bytes('7F 80 01 F0 23 80')])
    expect([...packet.subarray(-2)]).toEqual([...lowFirst(crc16(SSP, packet.subarray(1, -2)))]);
});
