/** kill -9 for the device host in the middle of each command of the models on HID, PC/SC and IPP: lost, back, nothing doubled. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DeviceConfig } from '#contract/config.ts';
import { MODELS } from '#contract/devices/models.ts';
import type { Json } from '#contract/json.ts';
import { KILLED_OFF_THE_SERIAL_LINE, type KilledDevice } from '#fixtures/killed/off-the-serial-line.table.ts';
import { SERIAL_SIMULATORS } from '#fixtures/simulators/serial-simulators.table.ts';
import { systemClock } from '../main/system-clock.ts';
import { startDeviceHost, type ServiceableDeviceHost } from './device-host-client.ts';

const LIMIT_MS = 20_000;

test('every model with a driver is killed, on a serial line or off it', () => {
  const { Camera: _inThePage, ...driven } = MODELS;
  const models = Object.values(driven).flatMap((each) => Object.keys(each));
  const killed = [...Object.keys(SERIAL_SIMULATORS), ...Object.keys(KILLED_OFF_THE_SERIAL_LINE)];
  expect(killed.toSorted()).toEqual(models.toSorted());
});

describe.for(Object.entries(KILLED_OFF_THE_SERIAL_LINE))('%s', ([model, { commands, missing, start }]) => {
  const lacking = missing();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-killed-'));
  let device: KilledDevice;
  let config: DeviceConfig;
  let host: ServiceableDeviceHost;
  beforeAll(async () => {
    if (lacking !== null) return;
    device = await start(folder);
    for (const [name, value] of Object.entries(device.environment)) vi.stubEnv(name, value);
    config = DeviceConfig.parse({ id: model, ...device.entry });
    host = await startDeviceHost({ devices: [config], clock: systemClock, log: () => undefined });
    host.claim('kiosk');
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    if (lacking === null) {
      await host.close();
      await device.close();
    }
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (command: string, payload: Json) => host.perform(config.id, command, payload, { timeoutMs: LIMIT_MS });
  const stage = {
    order: (order: Json) => device.order(order),
    async perform(command: string, payload: Json = {}) {
      const done = await run(command, payload);
      if (!done.ok) throw new Error(`${model} ${command}: ${done.fault.code} ${done.fault.detail ?? ''}`);
      return done.value;
    },
  };
  /** Resolves when the running command is in its middle. */
  const middleOf = async (command: string, after: number): Promise<void> => {
    // What was asked later has been answered: the command runs.
    await run('status', {});
    const words = device.middle[command];
    for (let from = after; words !== undefined;) {
      const page = await host.trace(config.id, { after: from, waitMs: 5_000 });
      if (!page.ok) throw new Error(page.fault.code);
      if (page.value.lines.some((line) => words.test(line.words.en))) return;
      from = page.value.next;
    }
  };

  test.skipIf(lacking !== null).for(commands)(`%s${lacking === null ? '' : `: ${lacking}`}`, async (command) => {
    // Reached: of a device that isn't, the status is told at once as well.
    await stage.perform('selfTest');
    const payload = await device.scene.prepare(stage, command);
    const traced = await host.trace(config.id, { after: null, waitMs: 0 });
    await device.hold(true);
    const ending = run(command, payload);
    await middleOf(command, traced.ok ? traced.value.next : 0);
    const back = heardAgain(host, config);
    process.kill(host.pid, 'SIGKILL');
    expect(await ending).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
    await device.hold(false);
    await back;
    await stage.perform('selfTest');
    expect(await device.scene.judge(stage)).toEqual([]);
  });
});

/** Another host runs, and has heard the device. */
function heardAgain(host: ServiceableDeviceHost, { id }: DeviceConfig): Promise<void> {
  return new Promise((resolve) => {
    let wasAway = false;
    const stop = host.onStatus((_device, _class, { state }) => {
      if (state === 'unknown') wasAway = true;
      if (!wasAway || state === 'unknown' || state === 'noDevice' || host.status(id).state !== state) return;
      stop();
      resolve();
    });
  });
}
