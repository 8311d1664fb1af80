/** What a device host needs of a processor while it waits on twelve devices, beside a bare loop that says the same on the same wires. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BenchRow } from '#contract/bench-report.ts';
import type { DeviceConfig } from '#contract/config.ts';
import { startDeviceHost } from '#electron/devices/device-host-client.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { startBareLoop, type Saying } from './bare-loop.ts';
import { openCabinet, type BenchCabinet } from './cabinet.ts';
import { cpuMs } from './cpu-time.ts';
import { drawBars } from './draw-bars.ts';
import { waitOnAll } from './wait-on-all.ts';

const WATCHED_MS = 20_000;
/** Of one device alone. */
const ALONE_MS = 6_000;
/** What is compiled in the first seconds is not what a night costs. */
const WARM_MS = 3_000;
const GOAL_PERCENT = 3;

export async function measurePolling(
  folder: string,
  say: (line: string) => void,
  plot: string | null,
): Promise<readonly BenchRow[]> {
  const cabinet = await openCabinet(path.join(folder, 'cabinet'));
  try {
    const { percent, sayings } = await watchHost(cabinet.devices, WATCHED_MS, cabinet);
    say(`twelve devices: ${percent.toFixed(2)} % of one core`);
    const limit = await watchBareLoop(cabinet, sayings);
    const nothing = (await watchHost([], ALONE_MS)).percent;
    const alone: { readonly name: string; readonly value: number }[] = [];
    for (const device of cabinet.devices) {
      const value = (await watchHost([device], ALONE_MS)).percent - nothing;
      alone.push({ name: `${device.id} (${device.model})`, value });
      say(`${device.id}: ${value.toFixed(2)} %`);
    }
    if (plot !== null) {
      await mkdir(plot, { recursive: true });
      const bars = [{ name: 'no device', value: nothing }, ...alone];
      const title = 'Device host: per cent of one core for each device that is waited on';
      await writeFile(path.join(plot, 'polling-by-device.svg'), drawBars(title, bars));
    }
    const row = (what: string, value: number, best: number): BenchRow => ({
      what,
      value,
      unit: '%',
      limit: best,
      ratio: value / best,
    });
    return [
      row(`12 devices waited on, of one core (limit: a bare loop; goal ≤ ${GOAL_PERCENT} %)`, percent, limit),
      row('a device host without devices (limit: the same bare loop)', nothing, limit),
      ...alone.map(({ name, value }) =>
        row(`${name} adds (limit: its share of 12 in the bare loop)`, value, limit / 12),
      ),
    ];
  } finally {
    await cabinet.close();
  }
}

async function watchHost(devices: readonly DeviceConfig[], watchedMs: number, cabinet?: BenchCabinet) {
  const sayings: Saying[] = [];
  const host = await startDeviceHost({ devices, clock: systemClock, log: () => undefined });
  try {
    host.claim('kiosk');
    await waitOnAll(host, devices);
    await pass(WARM_MS);
    const from = systemClock.now();
    const stops = (cabinet?.wires ?? []).map((wire) =>
      wire.trace(({ at, direction, hex }) => {
        if (direction === 'toDevice') sayings.push({ path: wire.path, afterMs: at - from, hex });
      }),
    );
    const percent = await busy(host.pid, watchedMs);
    for (const stop of stops) stop();
    return { percent, sayings };
  } finally {
    await host.close();
  }
}

async function watchBareLoop({ devices, wires }: BenchCabinet, sayings: readonly Saying[]): Promise<number> {
  const speeds = wires.map(({ path: wire }) => {
    const device = devices.find((each) => each.path === wire);
    return { path: wire, baudRate: Number(device?.settings?.['baudRate']) };
  });
  const loop = await startBareLoop({ wires: speeds, sayings });
  try {
    return await busy(loop.pid, WATCHED_MS);
  } finally {
    await loop.close();
  }
}

async function busy(pid: number, ms: number): Promise<number> {
  const [cpu, wall] = [cpuMs(pid), performance.now()];
  await pass(ms);
  return ((cpuMs(pid) - cpu) / (performance.now() - wall)) * 100;
}

function pass(ms: number): Promise<void> {
  return new Promise((resolve) => systemClock.after(ms, resolve));
}
