/** HID devices in the device host on a simulated USB bus: codes and cards come over hidraw, and no unplug is missed. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test as plainTest, vi } from 'vitest';
import { DeviceConfig } from '#contract/config.ts';
import { SessionId } from '#contract/ids.ts';
import type { Json } from '#contract/json.ts';
import { resident, SAYS } from '#fixtures/people/cards.ts';
import { missingForHid, startHidBus, type HidBusSim } from '#fixtures/simulators/hid/start-hid-bus.ts';
import { systemClock } from '../main/system-clock.ts';
import { startDeviceHost, type ServiceableDeviceHost } from './device-host-client.ts';

const missing = missingForHid();
const test = plainTest.extend({
  machine: [async ({ skip }, use) => use(missing === null ? null : skip(missing)), { auto: true }],
});

const SCANNER = { id: 'scanner', class: 'BarcodeReader', model: 'scanner-hidpos' };
const READER = { id: 'card-reader', class: 'CardReader', model: 'idcard-sdt-hid' };

let folder: string;
let bus: HidBusSim;
const closing: (() => Promise<void>)[] = [];

beforeEach(async () => {
  if (missing !== null) return;
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-hid-'));
  bus = await startHidBus(folder);
  for (const [name, value] of Object.entries(bus.environment)) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  if (missing !== null) return;
  for (const close of closing.splice(0).toReversed()) await close();
  await bus.close();
  rmSync(folder, { recursive: true });
});

async function hostOf(...devices: readonly object[]): Promise<ServiceableDeviceHost> {
  const parsed = devices.map((device) => DeviceConfig.parse(device));
  const host = await startDeviceHost({ devices: parsed, clock: systemClock, log: () => undefined });
  closing.push(() => host.close());
  host.claim(SessionId.parse(crypto.randomUUID()));
  return host;
}

/** A command that has begun: one that came after it has been answered. */
async function begin(host: ServiceableDeviceHost, device: object, command: string, timeoutMs = 10_000) {
  const { id } = DeviceConfig.parse(device);
  const ended = host.perform(id, command, {}, { timeoutMs });
  await host.perform(id, 'status', {}, { timeoutMs: 5_000 });
  return ended;
}

const shown = (text: string): Json => ({ do: 'show', code: { aimId: ']Q1', hex: Buffer.from(text).toString('hex') } });

describe('on a simulated USB bus', () => {
  test.for(['honeywell', 'plain'])('a code of several reports from a %s scanner', async (maker) => {
    const scanner = await bus.add('scanner', 'scanner-hidpos', { maker });
    const device = { ...SCANNER, path: scanner.path };
    const host = await hostOf(device);
    await expect.poll(() => host.status(DeviceConfig.parse(device).id).state).toBe('online');
    const ended = begin(host, device, 'read');
    const text = `https://example.test/?${'x'.repeat(150)}`;
    await host.perform(DeviceConfig.parse(device).id, 'status', {}, { timeoutMs: 5_000 });
    await scanner.order(shown(text));
    expect(await ended).toMatchObject({ ok: true, value: { symbology: 'qr', aimId: ']Q1', text } });
  });

  test('found by its identity; its cable is pulled while a card is waited for: told at once; replugged, it reads', async () => {
    const reader = await bus.add('reader', 'idcard-sdt-hid');
    const device = { ...READER, usb: { vendorId: '0400', productId: 'c35a' } };
    const host = await hostOf(device);
    const { id } = DeviceConfig.parse(device);
    expect(await host.perform(id, 'selfTest', {}, { timeoutMs: 8_000 })).toMatchObject({ ok: true });
    const waiting = begin(host, device, 'read', 60_000);
    await host.perform(id, 'status', {}, { timeoutMs: 5_000 });
    await reader.unplug();
    expect(await waiting).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
    await expect.poll(() => host.status(id).state).toBe('noDevice');
    await reader.plug();
    await reader.order({ do: 'putDown', card: resident });
    expect(await host.perform(id, 'read', {}, { timeoutMs: 10_000 })).toEqual({ ok: true, value: SAYS.resident });
    expect(await host.perform(id, 'statistics', {}, { timeoutMs: 5_000 })).toMatchObject({
      ok: true,
      value: { reconnects: 1 },
    });
  });

  test('two devices on one bus do not hear each other', async () => {
    const scanner = await bus.add('scanner', 'scanner-hidpos');
    const reader = await bus.add('reader', 'idcard-sdt-hid');
    const host = await hostOf({ ...SCANNER, path: scanner.path }, { ...READER, path: reader.path });
    await expect.poll(() => host.status(DeviceConfig.parse({ ...SCANNER, path: 'x' }).id).state).toBe('online');
    const scanning = begin(host, { ...SCANNER, path: scanner.path }, 'read');
    await reader.order({ do: 'putDown', card: resident });
    const read = await begin(host, { ...READER, path: reader.path }, 'read');
    await scanner.order(shown('YB-1'));
    expect(read).toEqual({ ok: true, value: SAYS.resident });
    expect(await scanning).toMatchObject({ ok: true, value: { text: 'YB-1' } });
  });

  test('a path that leads to another HID device is refused in words', async () => {
    const reader = await bus.add('reader', 'idcard-sdt-hid');
    const device = { ...SCANNER, path: reader.path };
    const host = await hostOf(device);
    expect(await begin(host, device, 'read', 2_000)).toMatchObject({
      ok: false,
      fault: { code: 'device.missing', detail: expect.stringContaining('no HID POS scanner') },
    });
  });
});
