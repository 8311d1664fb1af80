/** The manual's and the field's own bytes: whoever reads CCNET another way disagrees here. */
import { expect, test } from 'vitest';
import { hex, toHex } from '../conformance/bytes.ts';
import { ACKNOWLEDGE, decodeReply, enableMask, encodeCommand } from './codec.ts';
import { ccnetFramer } from './framer.ts';

const ALL = Array.from({ length: 24 }, (_, type) => type);

test.each([
  ['poll', encodeCommand('poll'), '02 03 06 33 DA 81'],
  ['reset', encodeCommand('reset'), '02 03 06 30 41 B3'],
  ['stack', encodeCommand('stack'), '02 03 06 35 EC E4'],
  ['return', encodeCommand('giveBack'), '02 03 06 36 77 D6'],
  ['identify', encodeCommand('identify'), '02 03 06 37 FE C7'],
  ['bill table', encodeCommand('billTable'), '02 03 06 41 4F D1'],
  ['enable all with escrow', encodeCommand('enable', enableMask(ALL)), '02 03 0C 34 FF FF FF FF FF FF FE F7'],
  ['acknowledge', ACKNOWLEDGE, '02 03 06 00 C2 82'],
] as const)('%s', (_, bytes, expected) => {
  expect(toHex(bytes)).toBe(expected);
});

test.each([
  ['idling', '02 03 06 14 67 D4', { is: 'idle' }],
  ['escrow, type 0', '02 03 07 80 00 8C 33', { is: 'escrow', bill: 0 }],
  ['stacked, type 2', '02 03 07 81 02 46 09', { is: 'stacked', bill: 2 }],
] as const)('%s', (_, bytes, condition) => {
  const { frames, rest } = ccnetFramer.cut(new Uint8Array(0), hex(bytes));
  expect(rest).toHaveLength(0);
  expect(frames).toHaveLength(1);
  expect(frames[0] && decodeReply('poll', frames[0])).toEqual({ kind: 'condition', condition });
});

test('NAK of a validator', () => {
  const { frames } = ccnetFramer.cut(new Uint8Array(0), hex('02 03 06 FF BA 8D'));
  expect(frames[0] && decodeReply('stack', frames[0])).toEqual({ kind: 'nak' });
});

test.each([
  [[0], '000001000001'],
  [[2, 3], '00000c00000c'],
  [[], '000000000000'],
] as const)('types %j are the bits %s, all by way of the escrow', (types, bits) => {
  expect(Buffer.from(enableMask([...types])).toString('hex')).toBe(bits);
});
