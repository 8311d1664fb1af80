/** The serial scanner's driver before a simulated scanner in memory: codes are data, and belong to whoever was reading. */
import { expect, test } from 'vitest';
import type { Scan } from '#contract/devices/barcode-reader.ts';
import { BarcodeReaderEvent } from '#contract/devices/barcode-reader.ts';
import { modelEntry } from '#contract/devices/models.ts';
import { ok } from '#contract/result.ts';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { simulatedScanner } from '#fixtures/simulators/scanner-serial/model.ts';
import { nextTurn, passTime } from '../conformance/pass-time.ts';
import { ScriptedWire } from '../conformance/scripted-wire.ts';
import { scannerSerial } from './driver.ts';

const STX_ETX = { prefix: '\x02', suffix: '\x03', aimIds: true } as const;
const hexOf = (text: string | Uint8Array): string => Buffer.from(text as string).toString('hex');

function scanner(dress: { prefix?: string; suffix?: string; aimIds?: boolean } = STX_ETX, byteByByte = false) {
  const clock = new HandClock();
  const wire = new ScriptedWire({ byteByByte });
  const device = simulatedScanner.make({
    clock,
    settings: dress,
    write: (bytes) => wire.say(bytes),
    tell: () => undefined,
  });
  const settings = modelEntry('BarcodeReader', 'scanner-serial')?.settings.parse(dress);
  const driver = scannerSerial.open({
    id: 'scanner',
    place: { path: '/wire' },
    settings: settings as Parameters<typeof scannerSerial.open>[0]['settings'],
    cables: { bytes: () => Promise.resolve(ok(wire)) },
    clock,
    log: () => undefined,
  });
  const events: string[] = [];
  const begin = async (timeoutMs = 5_000) => {
    const reading = driver.execute('read', {}, { timeoutMs, onEvent: (event) => events.push(event) });
    await nextTurn();
    return { end: () => passTime(clock, reading) };
  };
  const show = (text: string | Uint8Array, aimId = ']Q1') =>
    device.order({ do: 'show', code: { aimId, hex: hexOf(text) } });
  return { clock, wire, device, driver, events, begin, show };
}

const says = (text: string, more: Partial<Scan> = {}): { ok: true; value: Scan } => ({
  ok: true,
  value: {
    symbology: 'qr',
    aimId: ']Q1',
    bytes: Buffer.from(text).toString('base64'),
    text,
    ...more,
  },
});

test.each([false, true])('a code is told with its kind (byte by byte: %s)', async (byteByByte) => {
  const { begin, show, events, clock } = scanner(STX_ETX, byteByByte);
  const { end } = await begin();
  const shownAt = clock.monotonic();
  show('YB-2026-000123');
  expect(await end()).toEqual(says('YB-2026-000123'));
  expect(clock.monotonic() - shownAt).toBeLessThanOrEqual(5);
  expect(events).toEqual(['scanBegun' satisfies BarcodeReaderEvent]);
});

test('a line is known to be whole 12 ms after its end', async () => {
  const { begin, show, clock } = scanner({});
  const { end } = await begin();
  const shownAt = clock.monotonic();
  show('12');
  expect(await end()).toEqual(says('12', { symbology: 'unknown', aimId: null }));
  expect(clock.monotonic() - shownAt).toBeLessThan(20);
});

test.each([
  [']E0', 'ean'],
  [']C1', 'code128'],
  [']A0', 'code39'],
  [']L2', 'pdf417'],
  [']d2', 'dataMatrix'],
  [']z0', 'aztec'],
  [']I1', 'itf'],
  [']F0', 'codabar'],
  [']X0', 'other'],
] as const)('%s is %s', async (aimId, symbology) => {
  const { begin, show } = scanner();
  const { end } = await begin();
  show('123', aimId);
  expect(await end()).toEqual(says('123', { aimId, symbology }));
});

test('Chinese in UTF-8 and in GB18030 is the same text; what is neither has none', async () => {
  const read = async (bytes: Uint8Array) => {
    const { begin, show } = scanner();
    const { end } = await begin();
    show(bytes);
    const completion = await end();
    return completion.ok ? completion.value.text : completion.fault;
  };
  expect(await read(Buffer.from('发票代码：你好'))).toBe('发票代码：你好');
  expect(await read(Uint8Array.of(0xc4, 0xe3, 0xba, 0xc3))).toBe('你好');
  expect(await read(Uint8Array.of(0xff, 0xff))).toBeNull();
});

test('8 kB, control characters and a URL come as data', async () => {
  const sent = `\u0000\u001bhttps://example.test/\t${'a'.repeat(8100)}\u001d\u0007`;
  const { begin, show } = scanner();
  const { end } = await begin();
  show(sent);
  expect(await end()).toEqual(says(sent, { text: sent.slice(2, -2) }));
});

test('what was shown before the command, or began before it, belongs to nobody', async () => {
  const { begin, show, wire } = scanner();
  await nextTurn();
  show('before');
  wire.say(Buffer.from('\x02]Q1half of th', 'latin1'));
  const { end } = await begin();
  wire.say(Buffer.from('e code before\x03', 'latin1'));
  show('mine');
  expect(await end()).toEqual(says('mine'));
});

test('what came damaged is never a code: the citizen shows it again, or hears why', async () => {
  const { begin, show, device } = scanner();
  device.behave({ 'cut-short': true });
  const again = await begin();
  show('YB-2026-000123');
  expect(await again.end()).toEqual({
    ok: false,
    fault: {
      code: 'scan.unreadable',
      completion: 'timeOut',
      detail: expect.stringContaining('without its suffix'),
    },
  });
  device.behave({ 'cut-short': false, 'garbage-before': true });
  const noisy = await begin();
  show('YB-2026-000123');
  device.behave({ 'garbage-before': false });
  show('YB-2026-000123');
  expect(await noisy.end()).toEqual(says('YB-2026-000123'));
});

test('nobody shows a code: scan.absent, and the cable pulled: device.lost', async () => {
  const { begin, wire, show, clock } = scanner();
  const empty = await begin(3_000);
  expect(await empty.end()).toEqual({ ok: false, fault: { code: 'scan.absent', completion: 'timeOut' } });
  expect(clock.now()).toBeLessThan(3_100);
  const pulled = await begin();
  wire.say(Buffer.from('\x02]Q1half'));
  wire.unplug();
  expect(await pulled.end()).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
  show('nobody hears this');
});

test('it can’t be asked: online is inferred from its open cable, and heard once it has read a code', async () => {
  const { driver, clock, show } = scanner();
  await passTime(clock, driver.execute('selfTest', {}, { timeoutMs: 1_000 }));
  expect(driver.status()).toMatchObject({
    state: 'online',
    values: { scanner: { value: 'connected', source: 'inferred' } },
  });
  show('1');
  expect(driver.status().values['scanner']).toMatchObject({ value: 'heard', source: 'unsolicited' });
});
