/** From a code before the window until main hears of it, beside the same bytes read bare from the same wire. */
import path from 'node:path';
import type { BenchRow } from '#contract/bench-report.ts';
import { DeviceConfig } from '#contract/config.ts';
import { openSerial } from '#drivers/transport/serial.ts';
import { startDeviceHost } from '#electron/devices/device-host-client.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { startSerialScanner, type SerialScannerSim } from '#fixtures/simulators/start-simulator.ts';
import { percentile } from '../shell/percentile.ts';

const CODES = 60;
const GOAL_MS = 20;
const TEXT = 'micro-centre-1-20261121-0001-71';
const SHOWN = { aimId: ']Q1', hex: Buffer.from(TEXT).toString('hex') };

export async function measureScan(folder: string): Promise<readonly BenchRow[]> {
  const scanner = await startSerialScanner({ link: path.join(folder, 'scanner') });
  try {
    const bare = await readBare(scanner);
    const times = await readThroughHost(scanner);
    const limit = percentile(bare, 50);
    return [50, 95].map((p) => {
      const value = percentile(times, p);
      const what = `code shown → event in main, p${p} of ${CODES} (limit: ${TEXT.length + 1} bytes at 9600 baud, bare; goal ≤ limit + ${GOAL_MS} ms)`;
      return { what, value, unit: 'ms', limit, ratio: value / limit };
    });
  } finally {
    await scanner.close();
  }
}

async function readBare(scanner: SerialScannerSim): Promise<readonly number[]> {
  const opened = await openSerial({ path: scanner.path, baudRate: 9600 });
  if (!opened.ok) throw new Error(opened.fault.detail);
  const wire = opened.value;
  const times: number[] = [];
  for (let code = 0; code < CODES; code += 1) {
    const whole = new Promise<void>((resolve) => {
      let heard = 0;
      const stop = wire.onBytes((bytes) => {
        heard += bytes.length;
        if (heard <= TEXT.length) return;
        stop();
        resolve();
      });
    });
    const from = performance.now();
    await Promise.all([scanner.show(SHOWN), whole]);
    times.push(performance.now() - from);
  }
  await wire.close();
  return times;
}

async function readThroughHost(scanner: SerialScannerSim): Promise<readonly number[]> {
  const device = DeviceConfig.parse({
    id: 'scanner',
    class: 'BarcodeReader',
    model: 'scanner-serial',
    path: scanner.path,
  });
  const host = await startDeviceHost({ devices: [device], clock: systemClock, log: () => undefined });
  try {
    host.claim('kiosk');
    await host.perform(device.id, 'selfTest', {}, { timeoutMs: 10_000 });
    const times: number[] = [];
    for (let code = 0; code < CODES; code += 1) {
      const read = host.perform(device.id, 'read', {}, { timeoutMs: 10_000 });
      // Answered after `read` has begun to listen.
      await host.perform(device.id, 'status', {}, { timeoutMs: 1_000 });
      const from = performance.now();
      const [ended] = await Promise.all([read, scanner.show(SHOWN)]);
      times.push(performance.now() - from);
      if (!ended.ok) throw new Error(`read: ${ended.fault.code}`);
    }
    return times;
  } finally {
    await host.close();
  }
}
