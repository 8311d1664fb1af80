/** Finding devices on real wires: every model at its speed, swapped plugs, wrong speeds, and nothing printed, moved or lost. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { KioskConfig } from '#contract/config.ts';
import { openSerial } from '#drivers/transport/serial.ts';
import { typeYeban } from '#fixtures/cabinet/type-yeban.ts';
import { missingForHid, startHidBus } from '#fixtures/simulators/hid/start-hid-bus.ts';
import {
  missingForChipCards,
  startChipReader,
  startCoinAcceptor,
  startIdCardReader,
  startModbusLine,
  startNotesCcnet,
  startNotesId003,
  startNotesSsp,
  startReceiptPrinter,
  startSerialScanner,
  startUps,
} from '#fixtures/simulators/start-simulator.ts';

const Report = z.strictObject({
  ok: z.literal(true),
  result: z.strictObject({
    found: z.array(
      z.strictObject({
        class: z.string(),
        model: z.string(),
        place: z.string(),
        node: z.string(),
        baudRate: z.number().nullable(),
        by: z.enum(['answer', 'descriptor', 'name', 'service']),
      }),
    ),
    unknown: z.array(z.strictObject({ node: z.string(), why: z.string(), message: z.string(), hint: z.string() })),
    differences: z.array(z.strictObject({ device: z.string(), message: z.string(), hint: z.string() })),
    draft: z.string(),
  }),
});

const LIMIT_MS = 60_000;
let folder: string;
const closing: (() => Promise<void>)[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-detect-'));
  vi.stubEnv('LC_ALL', 'C.UTF-8');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const close of closing.splice(0)) await close();
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => path.join(folder, name);

async function start<T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const device = await starting;
  closing.push(() => device.close());
  return device;
}

async function detect(ports: readonly string[], ...words: readonly string[]) {
  const typed = await typeYeban('devices', 'detect', '--ports', ports.map(at).join(','), ...words, '--json');
  const { result } = Report.parse(JSON.parse(typed.out));
  const models = Object.fromEntries(
    // What the PC/SC service of this very machine has is none of this test's business.
    result.found.flatMap(({ node, model, baudRate, by }) =>
      by === 'service' ? [] : [[path.basename(node), `${model} ${baudRate}`]],
    ),
  );
  const silent = Object.fromEntries(result.unknown.map(({ node, why }) => [path.basename(node), why]));
  return { ...result, exitCode: typed.exitCode, models, silent };
}

test(
  'each answers in its own words; none of them prints, pays, switches or forgets anything',
  { timeout: LIMIT_MS },
  async () => {
    const [printer, ups, coins, ccnet] = await Promise.all([
      start(startReceiptPrinter({ link: at('printer') })),
      start(startUps({ link: at('ups') })),
      start(startCoinAcceptor({ link: at('coins') })),
      start(startNotesCcnet({ link: at('ccnet') })),
      start(startNotesId003({ link: at('id003') })),
      start(startNotesSsp({ link: at('ssp') })),
      start(startIdCardReader({ link: at('reader') })),
      start(startModbusLine({ link: at('boards') })),
      start(startSerialScanner({ link: at('scanner') })),
    ]);
    const { models, silent, draft, exitCode } = await detect([
      'printer',
      'ups',
      'coins',
      'ccnet',
      'id003',
      'ssp',
      'reader',
      'boards',
      'scanner',
      'nothing',
    ]);
    expect(models).toEqual({
      printer: 'receipt-escpos 115200',
      ups: 'ups-megatec 2400',
      coins: 'coins-cctalk 9600',
      ccnet: 'notes-ccnet 9600',
      id003: 'notes-id003 9600',
      ssp: 'notes-ssp 9600',
      reader: 'idcard-sdt 115200',
      boards: 'io-modbus 9600',
    });
    expect({ silent, exitCode }).toEqual({ silent: { scanner: 'silent', nothing: 'closed' }, exitCode: 0 });
    expect(await printer.paper()).toMatchObject({ items: [], ignored: [] });
    // The printer's questions, heard at 2400 baud, are rubbish in one piece; a supply's commands begin with a letter.
    expect((await ups.switched()).filter((command) => /^[A-Za-z]/.test(command))).toEqual([]);
    expect(await coins.box()).toEqual([]);
    expect(await ccnet.counts()).toEqual({ boxFen: [], backFen: [], insideFen: null });
    const drafted = KioskConfig.parse(parse(draft)).devices;
    const ids = ['card-reader', 'receipt', 'coins', 'notes', 'notes-2', 'notes-3', 'ups', 'lights', 'contacts'];
    expect(drafted.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    expect(drafted.find(({ id }) => id === 'lights')?.settings).toMatchObject({
      unit: 1,
      lights: { cardReader: { coil: 0 } },
    });
    expect(drafted.find(({ id }) => id === 'contacts')?.settings).toMatchObject({ unit: 2, door: { address: 0 } });
  },
);

test(
  'whatever speed a printer has, it is found there and prints no line of rubbish',
  { timeout: LIMIT_MS },
  async () => {
    const speeds = [9600, 19200, 38400, 57600] as const;
    const printers = await Promise.all(
      speeds.map((baudRate) => start(startReceiptPrinter({ link: at(String(baudRate)), settings: { baudRate } }))),
    );
    const { models } = await detect(speeds.map(String));
    expect(models).toEqual(Object.fromEntries(speeds.map((rate) => [rate, `receipt-escpos ${rate}`])));
    for (const printer of printers) expect((await printer.paper()).items).toEqual([]);
  },
);

function configure(devices: readonly object[]): string {
  const file = at('kiosk.yaml');
  const hub = { url: 'http://127.0.0.1:8700' };
  writeFileSync(file, stringify({ station: 'micro-centre-1', store: './state', hub, devices }));
  return file;
}

test(
  'two plugs swapped, and a speed that kiosk.yaml has wrong: each is named with what to do',
  { timeout: LIMIT_MS },
  async () => {
    await Promise.all([
      start(startIdCardReader({ link: at('a'), settings: { baudRate: 38400 } })),
      start(startReceiptPrinter({ link: at('b') })),
      start(startIdCardReader({ link: at('c'), settings: { baudRate: 9600 } })),
    ]);
    const config = configure([
      { id: 'receipt', class: 'Printer', model: 'receipt-escpos', path: at('a') },
      { id: 'card-reader', class: 'CardReader', model: 'idcard-sdt', path: at('b') },
      { id: 'second-reader', class: 'CardReader', model: 'idcard-sdt', path: at('c') },
    ]);
    const { differences, exitCode } = await detect(['a', 'b', 'c'], '--config', config);
    expect(exitCode).toBe(1);
    expect(differences.map(({ device }) => device)).toEqual(['receipt', 'card-reader', 'second-reader']);
    expect(differences[0]?.message).toContain('but a idcard-sdt answers there');
    expect(differences[0]?.hint).toContain(at('b'));
    expect(differences[1]?.hint).toContain(at('a'));
    expect(differences[2]).toMatchObject({ hint: 'Set settings.baudRate to 9600.' });
  },
);

test('a port that another program has, and a draft that replaces nothing', { timeout: LIMIT_MS }, async () => {
  await Promise.all([start(startIdCardReader({ link: at('busy') })), start(startIdCardReader({ link: at('free') }))]);
  const held = await openSerial({ path: at('busy'), baudRate: 115200 });
  if (held.ok) closing.unshift(() => held.value.close());
  const { silent, models } = await detect(['busy', 'free'], '--write', at('draft.yaml'));
  expect({ silent, models }).toEqual({ silent: { busy: 'taken' }, models: { free: 'idcard-sdt 115200' } });
  expect(readFileSync(at('draft.yaml'), 'utf8')).toContain('idcard-sdt');
  const again = await typeYeban('devices', 'detect', '--ports', at('free'), '--write', at('draft.yaml'));
  expect(again).toMatchObject({ exitCode: 2, errors: expect.stringContaining('draft.yaml is there already') });
});

const missing = missingForHid();
const hidTest = test.extend({
  machine: [({ skip }, use) => use(missing === null ? null : skip(missing)), { auto: true }],
});

hidTest(
  'HID devices: a scanner by its descriptor, a card reader because it answers',
  { timeout: LIMIT_MS },
  async () => {
    const bus = await start(startHidBus(folder));
    await bus.add('scanner', 'scanner-hidpos');
    await bus.add('reader', 'idcard-sdt-hid');
    const program = ['cli/main.ts', 'devices', 'detect', '--ports', '', '--json'];
    const ran = await promisify(execFile)(process.execPath, program, { env: { ...process.env, ...bus.environment } });
    const { found, draft } = Report.parse(JSON.parse(ran.stdout)).result;
    expect(found.flatMap(({ model, place, by }) => (by === 'service' ? [] : [[model, place, by]]))).toEqual([
      ['scanner-hidpos', 'usb 0c2e:0b6a SIM-S1', 'descriptor'],
      ['idcard-sdt-hid', 'usb 0400:c35a SIM-R1', 'answer'],
    ]);
    expect(KioskConfig.parse(parse(draft)).devices[0]?.usb).toEqual({
      vendorId: '0c2e',
      productId: '0b6a',
      serialNumber: 'SIM-S1',
    });
  },
);

test(
  'what answers as no model is said to be unknown; who reads Chinese reads Chinese',
  { timeout: LIMIT_MS },
  async () => {
    const ups = await start(startUps({ link: at('strange') }));
    await ups.behave({ garbage: true });
    vi.stubEnv('LC_ALL', 'zh_CN.UTF-8');
    const { silent, unknown } = await detect(['strange']);
    expect(silent).toEqual({ strange: 'notUnderstood' });
    expect(unknown[0]?.message).toContain('有应答');
  },
);

test.skipIf(missingForChipCards() !== null)(
  'a chip card reader is named by its service, and drafted so that kiosk.yaml takes it',
  { timeout: LIMIT_MS },
  async () => {
    const chip = await start(startChipReader({ folder: at('chip') }));
    const env = { ...process.env, ...chip.environment, LC_ALL: 'C.UTF-8' };
    const words = ['cli/main.ts', 'devices', 'detect', '--ports', '', '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, words, { env });
    const { found, draft } = Report.parse(JSON.parse(stdout)).result;
    // The simulator has two slots alike, so each keeps its number.
    const readers = found.filter(({ model }) => model === 'chipcard-pcsc');
    expect(readers.map(({ by, place }) => [by, place])).toEqual(
      ['00 00', '00 01'].map((number) => ['service', `pcsc:Virtual PCD ${number}`]),
    );
    const drafted = KioskConfig.parse(parse(draft)).devices;
    expect(drafted.find(({ id }) => id === 'chip')?.address).toContain('Virtual PCD');
  },
);
