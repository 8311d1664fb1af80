/** The whole way on real wires: main, device host process, drivers, pseudo-terminals, simulated devices. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DeviceConfig } from '#contract/config.ts';
import type { DevicePort } from '#contract/devices/classes.ts';
import type { Receipt } from '#contract/devices/printer.ts';
import { SessionId } from '#contract/ids.ts';
import { expired, foreignerY, longTerm, permitJ, resident, SAYS, unreadable } from '#fixtures/people/cards.ts';
import {
  startIdCardReader,
  startReceiptPrinter,
  type IdCardReaderSim,
  type ReceiptPrinterSim,
} from '#fixtures/simulators/start-simulator.ts';
import { HallClock } from '#fixtures/hall/hall-clock.ts';
import { systemClock } from '../main/system-clock.ts';
import { startDeviceHost, type DeviceHost } from './device-host-client.ts';

let folder = '';
let reader: IdCardReaderSim;
let printer: ReceiptPrinterSim;
let host: DeviceHost;
/** Moves on only as a test says: other tests take as long as the machine needs. */
const heartClock = new HallClock();
let cards: DevicePort<'CardReader'>;
let receipts: DevicePort<'Printer'>;

const QUICK = { findMs: 1, readMs: 5 } as const;
const RECEIPT: Receipt = {
  blocks: [
    { kind: 'title', text: '望舒区政务服务凭条' },
    { kind: 'pair', label: '办件编号', value: 'micro-centre-1-20261121-0001-71' },
    { kind: 'text', text: '费用：¥0', align: 'left' },
    { kind: 'qr', data: 'micro-centre-1-20261121-0001-71' },
  ],
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-devices-'));
  [reader, printer] = await Promise.all([
    startIdCardReader({ link: path.join(folder, 'reader'), settings: QUICK }),
    startReceiptPrinter({ link: path.join(folder, 'printer'), settings: { printSpeedMmPerS: 2_000, cutMs: 5 } }),
  ]);
  const devices = [
    { id: 'card-reader', class: 'CardReader', model: 'idcard-sdt', path: reader.path },
    { id: 'receipt', class: 'Printer', model: 'receipt-escpos', path: printer.path },
  ];
  host = await startDeviceHost({
    devices: devices.map((device) => DeviceConfig.parse(device)),
    clock: systemClock,
    heartClock,
    log: () => undefined,
  });
  const ports = [host.port('CardReader'), host.port('Printer')] as const;
  if (!ports[0] || !ports[1]) throw new Error('two devices, two ports');
  [cards, receipts] = ports;
});

afterAll(async () => {
  await host.close();
  await Promise.all([reader.close(), printer.close()]);
  await rm(folder, { recursive: true });
});

/** Each test is another citizen who finds an empty reader and a printer in order. */
beforeEach(async () => {
  await reader.lift();
  await reader.plug();
  await printer.plug();
  host.claim(SessionId.parse(crypto.randomUUID()));
});

const read = (onEvent: (name: string) => void = () => undefined) =>
  cards.execute('read', {}, { timeoutMs: 15_000, onEvent });
const print = (timeoutMs = 30_000) => receipts.execute('print', RECEIPT, { timeoutMs });

test.each([
  ['a resident', resident, SAYS.resident],
  ['a long-term card', longTerm, SAYS.longTerm],
  ['a permit J', permitJ, SAYS.permitJ],
  ['a foreigner’s card Y', foreignerY, SAYS.foreignerY],
  ['an expired card', expired, SAYS.expired],
])('%s is read from the wire', async (_, card, says) => {
  await reader.putDown(card);
  expect(await read()).toEqual({ ok: true, value: says });
});

test('an unreadable card is unreadable', async () => {
  await reader.putDown(unreadable);
  expect(await read()).toMatchObject({ ok: false, fault: { code: 'card.unreadable' } });
});

test('a card lifted in the middle is lifted', async () => {
  await reader.behave({ 'lift-while-reading': true });
  await reader.putDown(resident);
  expect(await read()).toMatchObject({ ok: false, fault: { code: 'card.lifted' } });
});

test('noise and doubled replies on the wire change nothing', async () => {
  await reader.behave({ 'garbage-before': true, twice: true });
  await reader.putDown(permitJ);
  expect(await read()).toEqual({ ok: true, value: SAYS.permitJ });
  await reader.behave({ 'garbage-before': false, twice: false });
});

test('the next citizen does not get a card that was left behind', async () => {
  await reader.putDown(resident);
  await read();
  host.claim(SessionId.parse(crypto.randomUUID()));
  expect(await cards.execute('read', {}, { timeoutMs: 1_000 })).toMatchObject({
    ok: false,
    fault: { code: 'card.absent' },
  });
});

test('the reader’s cable is pulled while a card is awaited, and put back: the next attempt works', async () => {
  const waiting = Promise.withResolvers<void>();
  const stop = reader.trace(() => waiting.resolve());
  const reading = read();
  await waiting.promise;
  stop();
  await reader.unplug();
  expect(await reading).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
  expect(await read()).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
  await reader.plug();
  await reader.putDown(longTerm);
  expect(await read()).toEqual({ ok: true, value: SAYS.longTerm });
});

test('a receipt comes out in Chinese, with its code, and is proved', async () => {
  await printer.tearOff();
  expect(await print()).toEqual({ ok: true, value: { outcome: 'printed', paper: 'ok' } });
  const strip = await printer.paper();
  const text = strip.items.flatMap((item) =>
    item.kind === 'line' ? item.runs.map((run) => (run.kind === 'text' ? run.text : '')) : [],
  );
  expect(text).toEqual([
    '望舒区政务服务凭条',
    expect.stringMatching(/^办件编号 +micro-centre-1-20261121-0001-71$/),
    '费用：￥0',
  ]);
  expect(strip.items.filter((item) => item.kind === 'qr')).toMatchObject([{ data: 'micro-centre-1-20261121-0001-71' }]);
  expect(strip.items.at(-1)?.kind).toBe('cut');
  expect(strip.ignored).toEqual([]);
});

test.each([
  ['paper-out', 'printer.paperOut'],
  ['cover-open', 'printer.coverOpen'],
] as const)('%s before printing is a fault, and nothing comes out', async (behaviour, code) => {
  await printer.tearOff();
  await printer.behave({ [behaviour]: true });
  expect(await print()).toMatchObject({ ok: false, fault: { code } });
  await printer.behave({ [behaviour]: false });
  expect((await printer.paper()).items).toEqual([]);
});

test('little paper prints, and is told', async () => {
  await printer.behave({ 'paper-near-end': true });
  expect(await print()).toEqual({ ok: true, value: { outcome: 'printed', paper: 'nearEnd' } });
  await printer.behave({ 'paper-near-end': false });
});

test('a printer that cannot prove what it printed, and nobody said so, leaves it unconfirmed', async () => {
  await printer.behave({ 'no-process-id': true });
  expect(await print(4_000)).toEqual({ ok: true, value: { outcome: 'unconfirmed', paper: 'ok' } });
  await printer.behave({ 'no-process-id': false });
});

test('the printer’s cable is pulled while the receipt comes out: unconfirmed', async () => {
  await printer.tearOff();
  const begun = Promise.withResolvers<void>();
  const stop = printer.onPaper(() => begun.resolve());
  const printing = print();
  await begun.promise;
  stop();
  await printer.unplug();
  expect(await printing).toEqual({ ok: true, value: { outcome: 'unconfirmed', paper: 'unknown' } });
});

test('the paper ends in the middle: unconfirmed, and the paper is out', async () => {
  await printer.behave({ 'paper-out-after-lines': 1 });
  expect(await print()).toEqual({ ok: true, value: { outcome: 'unconfirmed', paper: 'out' } });
  await printer.behave({ 'paper-out': false });
});

test('the device host is killed: the command is lost, and within two seconds another one serves', async () => {
  const { pid } = host;
  const reading = read();
  process.kill(pid, 'SIGKILL');
  expect(await reading).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
  await expect.poll(() => host.pid, { timeout: 10_000 }).not.toBe(pid);
  await reader.putDown(resident);
  await expect.poll(async () => (await read()).ok, { timeout: 15_000 }).toBe(true);
});

test('the device host is frozen: it is killed, another one takes its place, and the citizen is served', async () => {
  const frozen = host.pid;
  const reading = read();
  process.kill(frozen, 'SIGSTOP');
  await expect
    .poll(
      () => {
        heartClock.advance(2_000);
        return host.pid;
      },
      { interval: 50, timeout: 30_000 },
    )
    .not.toBe(frozen);
  expect(await reading).toMatchObject({ ok: false, fault: { code: 'device.lost', completion: 'internalError' } });
  await reader.putDown(resident);
  expect(await read()).toEqual({ ok: true, value: SAYS.resident });
});
