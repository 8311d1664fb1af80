/** Serial ports on real pseudo-terminals: bytes pass, a second opener is kept out, and no unplug is ever missed. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '#fixtures/simulators/clock/system-clock.ts';
import { PtyPort } from '#fixtures/simulators/wire/pty-port.ts';
import { openSerial } from './serial.ts';
import type { Transport } from './transport.ts';

let folder = '';
let device: PtyPort;
const heard: number[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-serial-'));
  heard.length = 0;
  device = new PtyPort({
    link: path.join(folder, 'port'),
    clock: systemClock,
    baudRate: () => 115200,
    onBytes: (bytes) => heard.push(...bytes),
  });
  device.plug();
});

afterEach(async () => {
  device.unplug();
  await rm(folder, { recursive: true });
});

async function openPort(): Promise<Transport> {
  const opened = await openSerial({ path: path.join(folder, 'port'), baudRate: 115200 });
  if (!opened.ok) throw new Error(opened.fault.detail);
  return opened.value;
}

const closed = (wire: Transport): Promise<void> => new Promise((resolve) => wire.onClosed(resolve));

test('every byte value passes, both ways', async () => {
  const all = Uint8Array.from({ length: 256 }, (_, value) => value);
  const wire = await openPort();
  const got: number[] = [];
  const complete = new Promise<void>((resolve) =>
    wire.onBytes((bytes) => {
      got.push(...bytes);
      if (got.length >= 256) resolve();
    }),
  );
  expect(await wire.write(all, 5_000)).toBe('taken');
  device.write(all);
  await complete;
  expect(got).toEqual([...all]);
  await expect.poll(() => heard.length).toBe(256);
  expect(heard).toEqual([...all]);
  await wire.close();
});

test('a port belongs to one: the second opener is told it is taken', async () => {
  const wire = await openPort();
  const second = await openSerial({ path: path.join(folder, 'port'), baudRate: 115200 });
  expect(second).toMatchObject({ ok: false, fault: { reason: 'taken' } });
  await wire.close();
});

test('a port that is not there is missing', async () => {
  device.unplug();
  const opened = await openSerial({ path: path.join(folder, 'port'), baudRate: 115200 });
  expect(opened).toMatchObject({ ok: false, fault: { reason: 'missing' } });
});

test('pulled right after opening, again and again: it is noticed every time (bindings-cpp 162)', async () => {
  for (let round = 0; round < 25; round += 1) {
    device.plug();
    const wire = await openPort();
    const gone = closed(wire);
    if (round % 2 === 0) device.write(Uint8Array.of(1, 2, 3));
    device.unplug();
    await gone;
    expect(await wire.write(Uint8Array.of(1), 1_000)).toBe('closed');
  }
});

test('a write to a device that takes nothing ends by its own limit, and the rest never comes out', async () => {
  const wire = await openPort();
  const gone = closed(wire);
  // The far end takes 11 bytes in a millisecond: the kernel takes a few thousand more and then nothing.
  expect(await wire.write(new Uint8Array(400_000), 50)).toBe('stuck');
  await gone;
  expect(await wire.write(Uint8Array.of(1), 1_000)).toBe('closed');
  const again = await openPort();
  await again.close();
});
