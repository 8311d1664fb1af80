/** The reader's framer finds its frames in any stream. */
import { expect, test } from 'vitest';
import { concat } from '../receipt-escpos/codec.ts';
import { hex } from '../conformance/bytes.ts';
import type { SdtFrame } from './codec.ts';
import { sdtFramer } from './framer.ts';

const FOUND = hex('AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97');
const SELECTED = hex('AA AA AA 96 69 00 0C 00 00 90 00 00 00 00 00 00 00 00 9C');

function cutAll(chunks: readonly Uint8Array[]): { frames: SdtFrame[]; rest: Uint8Array } {
  let rest: Uint8Array = new Uint8Array(0);
  const frames: SdtFrame[] = [];
  for (const chunk of chunks) {
    const framing = sdtFramer.cut(rest, chunk);
    frames.push(...framing.frames);
    rest = framing.rest;
  }
  return { frames, rest };
}

const statuses = (frames: readonly SdtFrame[]): unknown[] =>
  frames.map((frame) => (frame.kind === 'reply' ? frame.status : frame.kind));

test('a stream split at every byte gives the same frames', () => {
  const stream = concat([FOUND, SELECTED]);
  for (let at = 0; at <= stream.length; at += 1) {
    const { frames, rest } = cutAll([stream.subarray(0, at), stream.subarray(at)]);
    expect(statuses(frames)).toEqual([0x9f, 0x90]);
    expect(rest).toHaveLength(0);
  }
});

test('two replies in one chunk are two frames', () => {
  expect(statuses(cutAll([concat([FOUND, FOUND])]).frames)).toEqual([0x9f, 0x9f]);
});

test.each(['00 FF 13', 'AA', 'AA AA AA', 'AA AA AA 96', '69 96 AA AA', 'AA AA AA 96 69 FF FF', 'AA AA AA 96 69 00 00'])(
  'garbage %s before and between hides nothing',
  (garbage) => {
    const { frames } = cutAll([concat([hex(garbage), FOUND, hex(garbage), SELECTED])]);
    expect(statuses(frames)).toEqual([0x9f, 0x90]);
  },
);

test('a frame that lost a byte is reported damaged and the next one is found', () => {
  const short = concat([FOUND.subarray(0, 11), FOUND.subarray(12)]);
  expect(statuses(cutAll([concat([short, SELECTED])]).frames)).toEqual(['damaged', 0x90]);
});

test('a header without an end is given up when the line falls silent, and what lay behind it is found', () => {
  const { frames, rest } = cutAll([concat([hex('AA AA AA 96 69 05 08 00'), FOUND])]);
  expect(frames).toEqual([]);
  expect(statuses(sdtFramer.giveUp(rest).frames)).toEqual(['damaged', 0x9f]);
});

test('a day of noise leaves nothing behind', () => {
  let rest: Uint8Array = new Uint8Array(0);
  for (let round = 0; round < 2_000; round += 1) rest = sdtFramer.cut(rest, hex('00 FF AA 12 AA AA 33 96 69')).rest;
  expect(rest.length).toBeLessThan(5);
});
