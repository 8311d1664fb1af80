/** HID scanners of two makers, whose reports lie differently: codes are whole, in parts, or damaged, never typed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ok } from '#contract/result.ts';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { hex } from '../conformance/bytes.ts';
import { nextTurn, passTime } from '../conformance/pass-time.ts';
import { ScriptedReports } from '../conformance/scripted-reports.ts';
import { scannerHidpos } from './driver.ts';
import { hearReport } from './joiner.ts';
import { readLayout } from './layout.ts';

/** As published for Honeywell: report 2 = count, AIM id, 56 bytes, two bytes of the maker's, continued; feature 254. */
const HONEYWELL = hex(
  '05 8C 09 02 A1 01 09 12 A1 02 85 02 15 00 26 FF 00 75 08 95 01 05 01 09 3B 81 02 05 8C 09 FB 09 FC 09 FD 95 03 81 02 09 FE 95 38 81 02 06 66 FF 09 04 95 02 81 02 05 8C 09 FF 15 00 25 01 75 01 95 01 81 02 75 07 81 03 C0 85 FE 09 20 75 08 95 01 B1 02 C0',
);
/** Another maker: no report numbers, the continued bit first, then the identifier, the count last. */
const OTHER = hex(
  '05 8C 09 02 A1 01 09 12 A1 02 09 FF 15 00 25 01 75 01 95 01 81 02 75 07 81 03 26 FF 00 75 08 19 FB 29 FD 95 03 81 02 09 FE 95 20 81 02 05 01 09 3B 95 01 81 02 C0 C0',
);

type Build = (part: string, more?: { aim?: string; continued?: boolean; count?: number }) => Uint8Array;
const honeywell: Build = (part, { aim = ']Q1', continued = false, count = part.length } = {}) => {
  const report = Buffer.alloc(64);
  report[0] = 2;
  report[1] = count;
  report.write(aim, 2, 'latin1');
  report.write(part, 5, 'latin1');
  report[63] = continued ? 1 : 0;
  return new Uint8Array(report);
};
const other: Build = (part, { aim = ']Q1', continued = false, count = part.length } = {}) => {
  const report = Buffer.alloc(37);
  report[0] = continued ? 1 : 0;
  report.write(aim, 1, 'latin1');
  report.write(part, 4, 'latin1');
  report[36] = count;
  return new Uint8Array(report);
};

function scanner(descriptor: Uint8Array, vendorId = 0x0c2e) {
  const clock = new HandClock();
  const wire = new ScriptedReports(descriptor, {}, vendorId);
  const driver = scannerHidpos.open({
    id: 'scanner',
    place: { path: '/dev/hidraw0' },
    settings: { quietMs: 500 },
    cables: { reports: () => Promise.resolve(ok(wire)) },
    clock,
    log: () => undefined,
  });
  const begin = async (timeoutMs = 5_000) => {
    const events: string[] = [];
    const reading = driver.execute('read', {}, { timeoutMs, onEvent: (event) => events.push(event) });
    await nextTurn();
    return { events, end: () => passTime(clock, reading) };
  };
  return { clock, wire, driver, begin };
}

const scan = (text: string, aimId: string | null = ']Q1', symbology = 'qr') => ({
  ok: true,
  value: { symbology, aimId, bytes: Buffer.from(text, 'latin1').toString('base64'), text },
});

test('where the parts lie is read from the descriptor', () => {
  expect(readLayout(HONEYWELL)).toMatchObject({
    reportId: 2,
    numbered: true,
    byteCount: { bitOffset: 0 },
    aim: [{ bitOffset: 8 }, { bitOffset: 16 }, { bitOffset: 24 }],
    data: { bitOffset: 32, count: 56 },
    continued: { bitOffset: 62 * 8 },
  });
  expect(readLayout(OTHER)).toMatchObject({
    reportId: 0,
    numbered: false,
    continued: { bitOffset: 0 },
    data: { bitOffset: 32, count: 32 },
    byteCount: { bitOffset: 36 * 8 },
  });
});

test.each([
  ['Honeywell', HONEYWELL, honeywell],
  ['another maker', OTHER, other],
] as const)('%s: a code, a code in parts, and one of the length of its parts', async (_, descriptor, build) => {
  const { wire, begin } = scanner(descriptor);
  const whole = await begin();
  wire.say(build('6901234567892', { aim: ']E0' }));
  expect(await whole.end()).toEqual(scan('6901234567892', ']E0', 'ean'));
  expect(whole.events).toEqual(['scanBegun']);

  const parts = await begin();
  wire.say(build('https://example.test/', { continued: true }));
  wire.say(build('a?b=c', { aim: '\0\0\0', continued: true }));
  wire.say(build('', { aim: '\0\0\0' }));
  expect(await parts.end()).toEqual(scan('https://example.test/a?b=c'));
  expect(parts.events).toEqual(['scanBegun']);
});

test('zeros inside the count are data, those behind it padding', async () => {
  const { wire, begin } = scanner(HONEYWELL);
  const { end } = await begin();
  wire.say(honeywell('a\0b'));
  expect(await end()).toEqual(scan('a\0b'));
});

test('a scanner without AIM ids: the kind is unknown', async () => {
  const { wire, begin } = scanner(HONEYWELL);
  const { end } = await begin();
  wire.say(honeywell('12', { aim: '\0\0\0' }));
  expect(await end()).toEqual(scan('12', null, 'unknown'));
});

test.each([
  ['counts more than it has', [honeywell('12', { count: 57 })], 'a report that counts more bytes than it has'],
  ['is cut short', [honeywell('1234567').subarray(0, 9)], 'a report that counts more bytes than it has'],
  ['never goes on', [honeywell('12', { continued: true })], 'the rest of a code did not come'],
  [
    'goes on for more than 8 kB',
    Array.from({ length: 148 }, (_, n) => honeywell('7'.repeat(56), { continued: n < 147 })),
    'a code of more than 8192 bytes',
  ],
])('a code that %s is no code', async (_, reports, detail) => {
  const { wire, begin } = scanner(HONEYWELL);
  const { end } = await begin();
  for (const report of reports) wire.say(report);
  expect(await end()).toEqual({ ok: false, fault: { code: 'scan.unreadable', completion: 'timeOut', detail } });
});

test('what was shown before the command, or began before it, belongs to nobody; other reports are none of ours', async () => {
  const { wire, begin } = scanner(HONEYWELL);
  await nextTurn();
  wire.say(honeywell('before'));
  wire.say(honeywell('half of ', { continued: true }));
  const { end } = await begin();
  wire.say(honeywell('the one before'));
  wire.say(Uint8Array.of(7, 1, 2, 3));
  wire.say(honeywell('mine'));
  expect(await end()).toEqual(scan('mine'));
});

test('a Honeywell is switched on, another maker’s is left alone; what is no scanner is refused in words', async () => {
  const honeywells = scanner(HONEYWELL);
  const others = scanner(HONEYWELL, 0x05e0);
  await nextTurn();
  expect([honeywells.wire.features, others.wire.features]).toEqual([[Uint8Array.of(254, 1)], []]);
  const mouse = scanner(hex('05 01 09 02 A1 01 05 09 19 01 29 03 15 00 25 01 95 08 75 01 81 02 C0'));
  const { end } = await mouse.begin();
  expect(await end()).toMatchObject({ ok: false, fault: { detail: expect.stringContaining('no HID POS scanner') } });
});

test('a Honeywell is well once it is switched on', async () => {
  const { wire, driver } = scanner(HONEYWELL);
  const taken = Promise.withResolvers<'taken'>();
  wire.takes = taken.promise;
  let tested: unknown = 'is not over';
  const testing = driver.execute('selfTest', {}, { timeoutMs: 5_000 }).then((completion) => (tested = completion));
  await nextTurn();
  expect(tested).toBe('is not over');
  taken.resolve('taken');
  await testing;
  expect(tested).toMatchObject({ ok: true, value: { state: 'online' } });
});

test('a Honeywell that goes away while it is switched on is not well', async () => {
  const { wire, driver } = scanner(HONEYWELL);
  const taken = Promise.withResolvers<'taken'>();
  wire.takes = taken.promise;
  const told: string[] = [];
  driver.onStatus(({ state }) => told.push(state));
  const testing = driver.execute('selfTest', {}, { timeoutMs: 5_000 });
  await nextTurn();
  wire.unplug();
  taken.resolve('taken');
  expect(await testing).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
  expect(told).not.toContain('online');
  expect(driver.status().state).toBe('noDevice');
});

test('the cable pulled in the middle of a code: device.lost', async () => {
  const { wire, begin } = scanner(HONEYWELL);
  const { end } = await begin();
  wire.say(honeywell('half', { continued: true }));
  wire.unplug();
  expect(await end()).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
});

test('any reports at all: nothing breaks', () => {
  const layout = readLayout(HONEYWELL);
  if (layout === null) throw new Error('no layout');
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 70 }), { maxLength: 20 }), (reports) => {
      let state: ReturnType<typeof hearReport>['state'] = null;
      for (const report of reports) state = hearReport(state, report, layout).state;
    }),
  );
});
