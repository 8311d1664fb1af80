/** The reader's bytes against vectors nobody here wrote: vendor pages / GA/T 467 via public sources. */
import { expect, test } from 'vitest';
import { hex, toHex } from '../conformance/bytes.ts';
import { isIdentityNumber } from './check-digit.ts';
import { decodeReply, encodeCommand, type CommandName, type SdtFrame } from './codec.ts';
import { sdtFramer } from './framer.ts';

test.each<[CommandName, string]>([
  ['samStatus', 'AA AA AA 96 69 00 03 11 FF ED'],
  ['samId', 'AA AA AA 96 69 00 03 12 FF EE'],
  ['find', 'AA AA AA 96 69 00 03 20 01 22'],
  ['select', 'AA AA AA 96 69 00 03 20 02 21'],
  ['read', 'AA AA AA 96 69 00 03 30 01 32'],
  ['readWithFingerprint', 'AA AA AA 96 69 00 03 30 10 23'],
])('%s goes out as the vendors print it', (command, frame) => {
  expect(toHex(encodeCommand(command))).toBe(frame);
});

test.each<[CommandName, string, string]>([
  ['find', 'AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97', 'found'],
  ['select', 'AA AA AA 96 69 00 0C 00 00 90 00 00 00 00 00 00 00 00 9C', 'selected'],
  ['find', 'AA AA AA 96 69 00 04 00 00 80 84', 'refused'],
])('the printed reply to %s is understood', (command, frame, meaning) => {
  const { frames } = sdtFramer.cut(new Uint8Array(0), hex(frame));
  expect(frames).toHaveLength(1);
  expect(decodeReply(command, frames[0] as SdtFrame)?.kind).toBe(meaning);
});

test('one wrong bit in a printed reply is noticed', () => {
  const { frames } = sdtFramer.cut(new Uint8Array(0), hex('AA AA AA 96 69 00 08 00 00 9F 00 01 00 00 97'));
  expect(frames).toEqual([{ kind: 'damaged' }]);
});

/** Length fields as printed: 05 08 for 1295 bytes in all; the parts' lengths after SW3 are big-endian. */
test.each<[string, number, string, number]>([
  ['text and photo', 1295, '01 00 04 00', 0],
  ['no fingerprint', 1297, '01 00 04 00 00 00', 0],
  ['one fingerprint', 1809, '01 00 04 00 02 00', 512],
  ['two fingerprints', 2321, '01 00 04 00 04 00', 1024],
])('a card with %s comes in %i bytes and gives its 256 bytes of text', (_, total, lengths, fingerprint) => {
  const text = Uint8Array.from({ length: 256 }, (_each, index) => index);
  const data = [...hex(lengths), ...text, ...new Uint8Array(1024 + fingerprint)];
  const length = data.length + 4;
  const body = [length >> 8, length & 0xff, 0x00, 0x00, 0x90, ...data];
  const frame = Uint8Array.of(
    ...hex('AA AA AA 96 69'),
    ...body,
    body.reduce((sum, byte) => sum ^ byte, 0),
  );
  expect(frame).toHaveLength(total);
  if (total === 1295) expect(toHex(frame.subarray(5, 7))).toBe('05 08');
  const { frames, rest } = sdtFramer.cut(new Uint8Array(0), frame);
  expect(rest).toHaveLength(0);
  expect(decodeReply('read', frames[0] as SdtFrame)).toEqual({ kind: 'text', text });
});

test.each(['31', '32', '33', '41', '47'])('status %s while reading means: this card, not this reader', (status) => {
  const frame: SdtFrame = { kind: 'reply', status: Number.parseInt(status, 16), data: new Uint8Array(0) };
  expect(decodeReply('read', frame)?.kind).toBe('refused');
});

test.each(['60', '66', '21', '23', '24'])('status %s means: this reader, not this card', (status) => {
  const frame: SdtFrame = { kind: 'reply', status: Number.parseInt(status, 16), data: new Uint8Array(0) };
  expect(decodeReply('find', frame)?.kind).toBe('broken');
});

test('the examples of GB 11643 have right check digits, their neighbours have not', () => {
  expect(isIdentityNumber('11010519491231002X')).toBe(true);
  expect(isIdentityNumber('440524188001010014')).toBe(true);
  expect(isIdentityNumber('110105194912310021')).toBe(false);
  expect(isIdentityNumber('440524188001010041')).toBe(false);
  expect(isIdentityNumber('11010519491231002x')).toBe(false);
});
