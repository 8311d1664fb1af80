/** A scanner's process on a real pseudo-terminal at 9600 baud: 8 kB come whole, a wrong speed is never a code, a replug is lived through. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '#fixtures/simulators/clock/system-clock.ts';
import { startSerialScanner, type SerialScannerSim } from '#fixtures/simulators/start-simulator.ts';
import type { Driver } from '../driver.ts';
import { machineCables } from '../transport/cables.ts';
import { scannerSerial } from './driver.ts';

const DRESS = { prefix: '\x02', suffix: '\x03', aimIds: true } as const;
let folder: string;
let scanner: SerialScannerSim;
let driver: Driver<'BarcodeReader'>;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-scanner-'));
  scanner = await startSerialScanner({ link: path.join(folder, 'scanner'), settings: { ...DRESS, baudRate: 115200 } });
});
afterEach(async () => {
  await driver.close();
  await scanner.close();
  rmSync(folder, { recursive: true });
});

function open(baudRate: 9600 | 115200): void {
  driver = scannerSerial.open({
    id: 'scanner',
    place: { path: scanner.path },
    // A simulator on a busy machine pauses where a scanner doesn't.
    settings: { baudRate, quietMs: 1_000, ...DRESS },
    cables: machineCables,
    clock: systemClock,
    log: () => undefined,
  });
}

/** Shows a code as soon as the command has begun. */
async function readShown(text: string, timeoutMs = 10_000) {
  await driver.execute('selfTest', {}, { timeoutMs: 5_000 });
  const reading = driver.execute('read', {}, { timeoutMs });
  await scanner.show({ aimId: ']Q1', hex: Buffer.from(text).toString('hex') });
  return reading;
}

test('8 kB of a code come whole', async () => {
  open(115200);
  const text = '望舒'.repeat(1_365);
  expect(await readShown(text)).toMatchObject({ ok: true, value: { symbology: 'qr', text } });
});

test('at the wrong speed nothing is ever taken for a code, and why is said', async () => {
  open(9600);
  expect(await readShown('YB-2026-000123', 4_000)).toMatchObject({
    ok: false,
    fault: { code: 'scan.unreadable', detail: expect.stringContaining('wrong baud rate') },
  });
});

test('the cable pulled and put back: device.lost, and the next code is read', async () => {
  open(115200);
  await driver.execute('selfTest', {}, { timeoutMs: 5_000 });
  const reading = driver.execute('read', {}, { timeoutMs: 10_000 });
  await scanner.unplug();
  expect(await reading).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
  await scanner.plug();
  expect(await readShown('12')).toMatchObject({ ok: true, value: { text: '12' } });
});
