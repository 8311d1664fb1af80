/** Where frames are found on a line with noise, and when damage is told. */
import { expect, test } from 'vitest';
import { hex } from '../conformance/bytes.ts';
import { modbusFramer, silenceMs } from './framer.ts';

const NOTHING = new Uint8Array(0);
const kinds = (frames: readonly { readonly kind: string }[]): string => frames.map(({ kind }) => kind).join();

test('noise that looks like a beginning hides no frame and is no damage', () => {
  const { frames, rest } = modbusFramer.cut(NOTHING, hex('00 FF 01 03 02 11 05 00 AC FF 00 4E 8B'));
  expect([kinds(frames), rest.length]).toEqual(['frame', 0]);
});

test('a frame with a wrong bit is damaged once the line is silent', () => {
  const { frames, rest } = modbusFramer.cut(NOTHING, hex('11 05 00 AC FF 01 4E 8B'));
  expect(kinds([...frames, ...(rest.length > 0 ? modbusFramer.giveUp(rest).frames : [])])).toContain('damaged');
});

test('3.5 characters: 4 ms at 9600, never less than 1.75 ms', () => {
  expect([9600, 19200, 115200].map((baudRate) => Math.round(silenceMs(baudRate) * 100) / 100)).toEqual([
    4.01, 2.01, 1.75,
  ]);
});
