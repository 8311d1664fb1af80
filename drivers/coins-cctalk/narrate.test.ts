/** What a technician reads of the coin acceptor's wire. */
import { expect, test } from 'vitest';
import { hex } from '../conformance/bytes.ts';
import { narrateCoins } from './narrate.ts';

test('a question, its echo, and what the counter says', () => {
  const narrator = narrateCoins({ baudRate: 9600, address: 2, checksum: 'simple', coinUnitFen: 1 });
  const heard = (direction: 'toDevice' | 'fromDevice', bytes: string) =>
    narrator.hear({ direction, bytes: hex(bytes) }).map(({ words }) => [words['zh-CN'], words.en]);
  expect(heard('toDevice', '02 00 01 E5 18')).toEqual([['收到硬币了吗？', 'any coins?']]);
  expect(heard('fromDevice', '02 00 01 E5 18 01 0B 02 00 07 03 00 00 01 02 01 00 00 00 00 E4')).toEqual([
    ['自己的回声', 'our own echo'],
    ['计数 7，最近：第 3 种硬币', 'counter 7, last: coin 3'],
  ]);
});
