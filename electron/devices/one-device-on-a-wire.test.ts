/** One device alone on a real wire: a printer without process ids, a reader at another speed, a cable pulled in mid-sentence. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DeviceConfig } from '#contract/config.ts';
import type { Receipt } from '#contract/devices/printer.ts';
import { SessionId } from '#contract/ids.ts';
import { resident, SAYS } from '#fixtures/people/cards.ts';
import { startIdCardReader, startReceiptPrinter } from '#fixtures/simulators/start-simulator.ts';
import { systemClock } from '../main/system-clock.ts';
import { startDeviceHost, type DeviceHost } from './device-host-client.ts';

const RECEIPT: Receipt = {
  blocks: [
    { kind: 'title', text: '望舒区政务服务凭条' },
    { kind: 'qr', data: 'micro-centre-1-20261121-0001-71' },
  ],
};

let folder: string;
const closing: (() => Promise<void>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-settings-'));
});
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
  await rm(folder, { recursive: true });
});

async function hostOf(device: object): Promise<DeviceHost> {
  const host = await startDeviceHost({
    devices: [DeviceConfig.parse({ id: 'it', ...device })],
    clock: systemClock,
    log: () => undefined,
  });
  closing.push(() => host.close());
  host.claim(SessionId.parse(crypto.randomUUID()));
  return host;
}

async function printsWithout(proof: 'status' | 'none', behaviour: object = {}) {
  const settings = { printSpeedMmPerS: 2_000, cutMs: 5 };
  const printer = await startReceiptPrinter({ link: path.join(folder, 'printer'), settings });
  closing.push(() => printer.close());
  await printer.behave({ 'no-process-id': true, ...behaviour });
  const { path: wire } = printer;
  const host = await hostOf({ class: 'Printer', model: 'receipt-escpos', path: wire, settings: { proof } });
  return { ended: await host.port('Printer')?.execute('print', RECEIPT, { timeoutMs: 30_000 }), printer };
}

test('a printer that only answers in its turn, and is declared so: printed, when all is well afterwards', async () => {
  const { ended, printer } = await printsWithout('status');
  expect(ended).toEqual({ ok: true, value: { outcome: 'printed', paper: 'ok' } });
  const strip = await printer.paper();
  expect(strip.items.filter((item) => item.kind === 'cut')).toHaveLength(1);
  expect(strip.ignored).toEqual([]);
});

test('the same printer, its cutter jams: never a wrong success', async () => {
  const { ended } = await printsWithout('status', { 'cutter-jam': true });
  expect(ended).toMatchObject({ ok: true, value: { outcome: 'unconfirmed' } });
});

test('a printer that proves nothing, and is declared so: unconfirmed, and one receipt on the paper', async () => {
  const { ended, printer } = await printsWithout('none');
  expect(ended).toEqual({ ok: true, value: { outcome: 'unconfirmed', paper: 'ok' } });
  await expect
    .poll(async () => (await printer.paper()).items.filter((item) => item.kind === 'cut'), { timeout: 20_000 })
    .toHaveLength(1);
});

test('a reader at another speed than kiosk.yaml says: silent within seconds, unknown, and never a card', async () => {
  const reader = await startIdCardReader({ link: path.join(folder, 'reader'), settings: { baudRate: 115_200 } });
  closing.push(() => reader.close());
  const device = { class: 'CardReader', model: 'idcard-sdt', path: reader.path, settings: { baudRate: 9600 } };
  const host = await hostOf(device);
  const read = await host.port('CardReader')?.execute('read', {}, { timeoutMs: 60_000 });
  expect(read).toMatchObject({ ok: false, fault: { code: 'card.readerTrouble' } });
  expect(host.status(DeviceConfig.shape.id.parse('it')).state).toBe('unknown');
});

test('the reader’s cable is pulled in the middle of a card: lost, no half a card, and read again when it is back', async () => {
  const reader = await startIdCardReader({ link: path.join(folder, 'reader'), settings: { readMs: 300 } });
  closing.push(() => reader.close());
  const host = await hostOf({ class: 'CardReader', model: 'idcard-sdt', path: reader.path });
  const found = Promise.withResolvers<void>();
  const options = { timeoutMs: 30_000, onEvent: (event: string) => event === 'mediaInserted' && found.resolve() };
  const reading = host.port('CardReader')?.execute('read', {}, options);
  await reader.putDown(resident);
  await found.promise;
  await reader.unplug();
  expect(await reading).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
  await reader.plug();
  expect(await host.port('CardReader')?.execute('read', {}, options)).toEqual({ ok: true, value: SAYS.resident });
});
