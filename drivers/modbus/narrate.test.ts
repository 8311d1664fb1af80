/** What a technician reads of a Modbus line. */
import { expect, test } from 'vitest';
import { hex } from '../conformance/bytes.ts';
import { narrateModbus } from './narrate.ts';

test('questions by unit and address, refusals by their reason', () => {
  const narrator = narrateModbus();
  const heard = (direction: 'toDevice' | 'fromDevice', bytes: string) =>
    narrator.hear({ direction, bytes: hex(bytes) }).map(({ words }) => [words['zh-CN'], words.en]);
  expect(heard('toDevice', '11 05 00 AC FF 00 4E 8B')).toEqual([
    ['17 号站：写一个线圈 172', 'unit 17: write a coil at 172'],
  ]);
  expect(heard('fromDevice', '0A 81 02 B0 53')).toEqual([
    ['10 号站拒绝：没有这个地址', 'unit 10 refuses: it has no such address'],
  ]);
  expect(heard('fromDevice', '00 00')).toEqual([
    ['2字节看不懂：波特率或接线不对？', '2 bytes of noise: wrong baud rate or wiring?'],
  ]);
});
