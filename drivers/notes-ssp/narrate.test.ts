/** What a technician reads of an SSP validator's wire; of what is sealed, only that it is. */
import { expect, test } from 'vitest';
import { hex } from '../conformance/bytes.ts';
import { openCipher } from './cipher.ts';
import { encodeCommand, packetOf, STEX } from './codec.ts';
import { narrateSsp } from './narrate.ts';

test('commands, events and refusals in words', () => {
  const narrator = narrateSsp();
  const heard = (direction: 'toDevice' | 'fromDevice', bytes: Uint8Array) =>
    narrator.hear({ direction, bytes }).map(({ words }) => [words['zh-CN'], words.en]);
  expect(heard('toDevice', hex('7F 80 01 11 65 82'))).toEqual([['同步', 'in step, please']]);
  expect(heard('fromDevice', hex('7F 80 01 F0 23 80'))).toEqual([['好的', 'will do']]);
  expect(heard('fromDevice', packetOf(0, hex('F0 EF 03')))).toEqual([['EF 钞票在暂存位', 'EF has a bill in escrow']]);
  expect(heard('fromDevice', packetOf(0, hex('FA')))).toEqual([['没有密钥', 'has no key']]);
  expect(heard('fromDevice', hex('7F 80 01 F0 23 81'))).toEqual([
    ['收到损坏的帧（校验和错误）', 'a damaged frame (checksum)'],
  ]);
});

test('sealed packets tell nothing, and numbers of the key exchange aren’t told either', () => {
  const narrator = narrateSsp();
  const told = (data: Uint8Array) =>
    narrator.hear({ direction: 'toDevice', bytes: packetOf(0, data) }).map(({ words }) => words.en);
  expect(told(Uint8Array.of(STEX, ...openCipher(1n, 2n).seal(encodeCommand('poll'))))).toEqual(['sealed']);
  expect(told(encodeCommand('keyExchange', [1, 2, 3, 4, 5, 6, 7, 8]))).toEqual(['agreeing on a key']);
});
