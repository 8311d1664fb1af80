/** Bytes as Modbus tutorials and the application protocol print them: whoever reads Modbus another way disagrees here. */
import { expect, test } from 'vitest';
import { hex, toHex } from '../conformance/bytes.ts';
import { decodeReply, encodeRequest, type Request } from './codec.ts';
import { modbusFramer } from './framer.ts';

const NOTHING = new Uint8Array(0);
const coils: Request = { kind: 'read', area: 'coil', address: 19, count: 37 };
const inputs: Request = { kind: 'read', area: 'input', address: 196, count: 22 };
const registers: Request = { kind: 'read', area: 'register', address: 107, count: 3 };
const oneCoil: Request = { kind: 'write', area: 'coil', address: 172, values: [1] };
const oneRegister: Request = { kind: 'write', area: 'register', address: 1, values: [3] };
const manyCoils: Request = { kind: 'write', area: 'coil', address: 19, values: [1, 0, 1, 1, 0, 0, 1, 1, 1, 0] };
const manyRegisters: Request = { kind: 'write', area: 'register', address: 1, values: [10, 258] };

test.each([
  ['read coils', coils, '11 01 00 13 00 25 0E 84'],
  ['read inputs', inputs, '11 02 00 C4 00 16 BA A9'],
  ['read registers', registers, '11 03 00 6B 00 03 76 87'],
  ['write one coil', oneCoil, '11 05 00 AC FF 00 4E 8B'],
  ['write one register', oneRegister, '11 06 00 01 00 03 9A 9B'],
  ['write coils', manyCoils, '11 0F 00 13 00 0A 02 CD 01 BF 0B'],
  ['write registers', manyRegisters, '11 10 00 01 00 02 04 00 0A 01 02 C6 F0'],
])('%s', (_, request, bytes) => {
  expect(toHex(encodeRequest(0x11, request))).toBe(bytes);
});

const reply = (request: Request, bytes: string, unit = 0x11) => {
  const { frames, rest } = modbusFramer.cut(NOTHING, hex(bytes));
  expect(rest).toHaveLength(0);
  expect(frames).toHaveLength(1);
  return frames[0] && decodeReply(unit, request, frames[0]);
};

test('replies', () => {
  expect(reply(coils, '11 01 05 CD 6B B2 0E 1B 45 E6')).toMatchObject({ kind: 'values' });
  expect(reply(inputs, '11 02 03 AC DB 35 20 18')).toMatchObject({ kind: 'values' });
  expect(reply(registers, '11 03 06 AE 41 56 52 43 40 49 AD')).toEqual({
    kind: 'values',
    values: [0xae41, 0x5652, 0x4340],
  });
  expect(reply(oneCoil, '11 05 00 AC FF 00 4E 8B')).toEqual({ kind: 'written' });
  expect(reply(oneRegister, '11 06 00 01 00 03 9A 9B')).toEqual({ kind: 'written' });
  expect(reply(manyCoils, '11 0F 00 13 00 0A 26 99')).toEqual({ kind: 'written' });
  expect(reply(manyRegisters, '11 10 00 01 00 02 12 98')).toEqual({ kind: 'written' });
});

test('an exception: no such address', () => {
  const asked: Request = { kind: 'read', area: 'coil', address: 1185, count: 1 };
  expect(toHex(encodeRequest(0x0a, asked))).toBe('0A 01 04 A1 00 01 AC 63');
  expect(reply(asked, '0A 81 02 B0 53', 0x0a)).toEqual({ kind: 'exception', code: 2 });
});

test('the echo of a question is whole and no answer; another unit’s reply is none either', () => {
  for (const request of [coils, inputs, registers, manyCoils, manyRegisters]) {
    const { frames, rest } = modbusFramer.cut(NOTHING, encodeRequest(0x11, request));
    expect([frames.length, rest.length]).toEqual([1, 0]);
    expect(frames[0] && decodeReply(0x11, request, frames[0])).toBeNull();
  }
  const [frame] = modbusFramer.cut(NOTHING, hex('11 03 06 AE 41 56 52 43 40 49 AD')).frames;
  expect(frame && decodeReply(0x12, registers, frame)).toBeNull();
});

test('byte by byte, with noise before and after, and after half a frame that never ended', () => {
  const wire = hex('00 FF 11 03 02 11 03 06 AE 41 56 52 43 40 49 AD FF');
  let rest: Uint8Array = NOTHING;
  const frames = [...wire].flatMap((byte) => {
    const cut = modbusFramer.cut(rest, Uint8Array.of(byte));
    rest = cut.rest;
    return cut.frames;
  });
  const all = [...frames, ...modbusFramer.giveUp(rest).frames];
  expect(all.some((frame) => frame.kind === 'frame' && frame.code === 3 && frame.data.length === 7)).toBe(true);
});
