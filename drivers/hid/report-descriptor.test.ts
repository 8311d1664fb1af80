/** Report descriptors: the specification's own examples, and any bytes at all. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hex } from '../conformance/bytes.ts';
import { readDescriptor, valueIn } from './report-descriptor.ts';

/** HID 1.11, appendix E.6: the boot keyboard. */
const KEYBOARD = hex(
  '05 01 09 06 A1 01 05 07 19 E0 29 E7 15 00 25 01 75 01 95 08 81 02 95 01 75 08 81 01 95 05 75 01 05 08 19 01 29 05 91 02 95 01 75 03 91 01 95 06 75 08 15 00 25 65 05 07 19 00 29 65 81 00 C0',
);
/** HID 1.11, appendix E.10: the mouse. */
const MOUSE = hex(
  '05 01 09 02 A1 01 09 01 A1 00 05 09 19 01 29 03 15 00 25 01 95 03 75 01 81 02 95 01 75 05 81 01 05 01 09 30 09 31 15 81 25 7F 75 08 95 02 81 06 C0 C0',
);

test('the keyboard of the specification: eight modifiers, padding, six keys, five lamps', () => {
  const keyboard = readDescriptor(KEYBOARD);
  expect(keyboard).toMatchObject({ numbered: false });
  expect([keyboard?.bytesOf('input', 0), keyboard?.bytesOf('output', 0), keyboard?.bytesOf('feature', 0)]).toEqual([
    8, 1, 0,
  ]);
  const modifiers = keyboard?.elements.filter(({ usage }) => usage >= 0x7_00e0 && usage <= 0x7_00e7);
  expect(modifiers?.map(({ bitOffset }) => bitOffset)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(keyboard?.elements[0]?.within).toEqual([0x1_0006]);
});

test('the mouse of the specification: X and Y behind three buttons and five bits of nothing', () => {
  const mouse = readDescriptor(MOUSE);
  expect(mouse?.elements.map(({ usage, bitOffset }) => [usage.toString(16), bitOffset])).toEqual([
    ['90001', 0],
    ['90002', 1],
    ['90003', 2],
    ['10030', 8],
    ['10031', 16],
  ]);
  const y = mouse?.elements.at(-1);
  expect(y && valueIn(Uint8Array.of(5, 10, 250), y)).toBe(250);
  expect(y && valueIn(Uint8Array.of(5, 10), y)).toBeNull();
});

test('numbered reports are counted apart, pushed globals come back, a long item is passed over', () => {
  const text =
    '06 00 FF 09 01 A1 01 75 08 85 02 95 03 09 01 81 02 A4 85 03 95 05 09 02 81 02 B4 FE 02 00 11 22 95 01 09 03 81 02 C0';
  const descriptor = readDescriptor(hex(text));
  expect([descriptor?.numbered, descriptor?.bytesOf('input', 2), descriptor?.bytesOf('input', 3)]).toEqual([
    true,
    4,
    5,
  ]);
  expect(descriptor?.elements.at(-1)).toMatchObject({ usage: 0xff00_0003, reportId: 2, bitOffset: 24 });
});

test.each([
  ['ends inside an item', '05 01 09 02 A1 01 26 FF'],
  ['leaves a collection open', '05 01 09 02 A1 01'],
  ['closes one that was never open', 'C0'],
  ['takes back what was never pushed', 'B4'],
  ['has a report number 0', '85 00'],
  ['asks for a report of half a gigabyte', '77 FF FF 00 00 97 FF FF 00 00 81 02'],
])('%s: no descriptor', (_, bytes) => {
  expect(readDescriptor(hex(bytes))).toBeNull();
});

test('any bytes are read or refused, and what is read lies inside its report', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const descriptor = readDescriptor(bytes);
      for (const { kind, reportId, bitOffset, bitSize, count } of descriptor?.elements ?? [])
        expect(bitOffset + bitSize * count).toBeLessThanOrEqual((descriptor?.bytesOf(kind, reportId) ?? 0) * 8);
    }),
    { numRuns: 2_000 },
  );
});

test('a descriptor of the specification with any byte changed is read or refused', () => {
  fc.assert(
    fc.property(fc.nat(KEYBOARD.length - 1), fc.nat(255), (at, byte) => {
      const changed = Uint8Array.from(KEYBOARD);
      changed[at] = byte;
      readDescriptor(changed);
    }),
    { numRuns: 2_000 },
  );
});
