/** A hand pulls two cables and puts each into another socket: the names stay with the devices, and so do their drivers. */
import { mkdtemp, rename, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DeviceConfig } from '#contract/config.ts';
import { SessionId } from '#contract/ids.ts';
import { resident, SAYS } from '#fixtures/people/cards.ts';
import { startIdCardReader, startUps } from '#fixtures/simulators/start-simulator.ts';
import { systemClock } from '../main/system-clock.ts';
import { startDeviceHost } from './device-host-client.ts';

let folder: string;
const closing: (() => Promise<void>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-socket-'));
});
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
  await rm(folder, { recursive: true });
});

test('a reader that comes back under another number is found by its name; what has its old number now is let alone', async () => {
  const socket = (number: number): string => path.join(folder, `ttyUSB${number}`);
  const name = (of: string): string => path.join(folder, `by-id-${of}`);
  const reader = await startIdCardReader({ link: socket(0) });
  closing.push(() => reader.close());
  await symlink(socket(0), name('reader'));
  const devices = [
    { id: 'reader', class: 'CardReader', model: 'idcard-sdt', path: name('reader') },
    { id: 'power', class: 'Auxiliaries', model: 'ups-megatec', path: name('power') },
  ].map((device) => DeviceConfig.parse(device));
  const host = await startDeviceHost({ devices, clock: systemClock, log: () => undefined });
  closing.push(() => host.close());
  host.claim(SessionId.parse(crypto.randomUUID()));
  const [{ id }, power] = devices as [DeviceConfig, DeviceConfig];
  expect(await host.perform(id, 'selfTest', {}, { timeoutMs: 8_000 })).toMatchObject({ ok: true });

  await rm(name('reader'));
  await reader.unplug();
  await expect.poll(() => host.status(id).state).toBe('noDevice');
  await reader.plug();
  await rename(socket(0), socket(1));
  const ups = await startUps({ link: socket(0) });
  closing.push(() => ups.close());
  await symlink(socket(0), name('power'));
  await symlink(socket(1), name('reader'));

  expect(await host.perform(power.id, 'selfTest', {}, { timeoutMs: 8_000 })).toMatchObject({ ok: true });
  await reader.putDown(resident);
  expect(await host.perform(id, 'read', {}, { timeoutMs: 8_000 })).toEqual({ ok: true, value: SAYS.resident });
  expect(await ups.switched()).toEqual([]);
});
