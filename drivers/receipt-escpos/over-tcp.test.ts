/** The receipt printer on the network: the same driver, over a real connection on this machine. */
import { afterEach, expect, test } from 'vitest';
import type { Receipt } from '#contract/devices/printer.ts';
import { systemClock } from '#fixtures/simulators/clock/system-clock.ts';
import { simulatedPrinter } from '#fixtures/simulators/receipt-escpos/model.ts';
import { PaperStrip, textOf } from '#fixtures/simulators/receipt-escpos/paper.ts';
import { startTcpDevice, type TcpDeviceSim } from '#fixtures/simulators/wire/tcp-device.ts';
import { machineCables } from '../transport/cables.ts';
import { receiptEscpos } from './driver.ts';

const RECEIPT: Receipt = { blocks: [{ kind: 'title', text: '凭条' }] };
const toClose: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of toClose.splice(0).toReversed()) await each.close();
});

async function printer(): Promise<TcpDeviceSim> {
  const sim = await startTcpDevice(simulatedPrinter, { printSpeedMmPerS: 100_000, cutMs: 0 });
  toClose.push(sim);
  return sim;
}

function driverAt(address: string) {
  const driver = receiptEscpos.open({
    id: 'receipt',
    place: { address },
    settings: { baudRate: 9600, columns: 48, proof: 'processId', rareSigns: '/no/such/font' },
    cables: machineCables,
    clock: systemClock,
    log: () => undefined,
  });
  toClose.push(driver);
  return driver;
}

const print = (driver: ReturnType<typeof driverAt>) => driver.execute('print', RECEIPT, { timeoutMs: 10_000 });
const paperOf = ({ device }: TcpDeviceSim) => textOf(PaperStrip.parse(device.order({ do: 'tearOff' })));

test('a receipt comes out and is proved', async () => {
  const sim = await printer();
  expect(await print(driverAt(sim.address))).toEqual({ ok: true, value: { outcome: 'printed', paper: 'ok' } });
  expect(paperOf(sim)).toEqual(['凭条', '✂']);
});

test('its cover is told by itself, over the network too', async () => {
  const sim = await printer();
  const driver = driverAt(sim.address);
  await driver.execute('selfTest', {}, { timeoutMs: 5_000 });
  // From its first word by itself on it tells changes; a printer whose cover is open hears nothing of being asked to.
  await expect.poll(() => driver.status().values['cover']?.source).toBe('unsolicited');
  const told = new Promise((resolve) => driver.onStatus(({ values }) => resolve(values['cover']?.value)));
  sim.device.behave({ 'cover-open': true });
  expect(await told).toBe('open');
});

test('the connection goes and comes back: lost, missing, and printed again at once', async () => {
  const sim = await printer();
  const driver = driverAt(sim.address);
  await print(driver);
  const gone = new Promise((resolve) => driver.onStatus(({ state }) => resolve(state)));
  await sim.unplug();
  expect(await gone).toBe('noDevice');
  expect(await print(driver)).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
  await sim.plug();
  sim.device.order({ do: 'tearOff' });
  expect(await print(driver)).toMatchObject({ ok: true, value: { outcome: 'printed' } });
  expect(paperOf(sim)).toEqual(['凭条', '✂']);
});

test('nobody there: missing, with the address', async () => {
  const sim = await printer();
  await sim.unplug();
  const fault = { code: 'device.missing', detail: expect.stringContaining(sim.address.slice('tcp://'.length)) };
  expect(await print(driverAt(sim.address))).toMatchObject({ ok: false, fault });
});

test('a printer that hears nothing is silent, and ends in its time', async () => {
  const sim = await printer();
  sim.stopReading();
  expect(await print(driverAt(sim.address))).toMatchObject({ ok: false, fault: { code: 'printer.silent' } });
});

test('a second kiosk at the same printer gets nothing printed, and the first goes on', async () => {
  const sim = await printer();
  const first = driverAt(sim.address);
  await print(first);
  sim.device.order({ do: 'tearOff' });
  expect(await print(driverAt(sim.address))).toMatchObject({ ok: false });
  expect(await print(first)).toMatchObject({ ok: true, value: { outcome: 'printed' } });
  expect(paperOf(sim)).toEqual(['凭条', '✂']);
});
