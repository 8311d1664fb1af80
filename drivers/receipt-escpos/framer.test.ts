/** The printer's replies share one line and are told apart. */
import { expect, test } from 'vitest';
import { hex } from '../conformance/bytes.ts';
import { printerFramer, type PrinterFrame } from './framer.ts';

const STREAM = hex('12 37 22 41 42 43 44 00 10 00 00 00 1E');
const FRAMES: readonly PrinterFrame[] = [
  { kind: 'status', byte: 0x12 },
  { kind: 'proof', id: 'ABCD' },
  { kind: 'changes', bytes: hex('10 00 00 00') },
  { kind: 'status', byte: 0x1e },
];

test('split at every byte, the same frames come out', () => {
  for (let at = 0; at <= STREAM.length; at += 1) {
    const first = printerFramer.cut(new Uint8Array(0), STREAM.subarray(0, at));
    const second = printerFramer.cut(first.rest, STREAM.subarray(at));
    expect([...first.frames, ...second.frames]).toEqual(FRAMES);
    expect(second.rest).toHaveLength(0);
  }
});

test.each(['FF', '00 00', '11 13', '37', '37 22', '37 22 41 42 01', '10', '10 00', '80 C3'])(
  'garbage %s before a status byte does not hide it',
  (garbage) => {
    const { frames } = printerFramer.cut(new Uint8Array(0), Uint8Array.of(...hex(garbage), 0x12));
    expect(frames).toEqual([{ kind: 'status', byte: 0x12 }]);
  },
);

test('half an ASB block is given up when the line falls silent', () => {
  const { rest } = printerFramer.cut(new Uint8Array(0), hex('10 00'));
  expect(rest).toHaveLength(2);
  expect(printerFramer.giveUp(rest)).toEqual({ frames: [], rest: new Uint8Array(0) });
});
