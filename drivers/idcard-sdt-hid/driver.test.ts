/** The card reader on HID reports: the same frames, cut to reports and padded. */
import { expect, test } from 'vitest';
import { ok } from '#contract/result.ts';
import { resident, SAYS } from '#fixtures/people/cards.ts';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { simulatedReader } from '#fixtures/simulators/idcard-sdt/model.ts';
import { hex, toHex } from '../conformance/bytes.ts';
import { passTime } from '../conformance/pass-time.ts';
import { ScriptedReports } from '../conformance/scripted-reports.ts';
import { idcardSdtHid } from './driver.ts';

/** A page of the maker's own, 64 bytes each way, as such readers have it. */
const PLAIN = hex('06 00 FF 09 01 A1 01 15 00 26 FF 00 75 08 95 40 09 02 81 02 09 03 91 02 C0');
/** The same with numbered reports: 3 comes, 4 goes. */
const NUMBERED = hex('06 00 FF 09 01 A1 01 15 00 26 FF 00 75 08 95 3F 85 03 09 02 81 02 85 04 09 03 91 02 C0');
/** A mouse: nothing goes out to it. */
const MOUSE = hex('05 01 09 02 A1 01 05 09 19 01 29 03 15 00 25 01 95 08 75 01 81 02 C0');

function reader(descriptor: Uint8Array, { size = 64, id = -1 } = {}) {
  const clock = new HandClock();
  const wire = new ScriptedReports(descriptor, { hear: (report) => device.hear(report.subarray(1)) });
  const device = simulatedReader.make({
    clock,
    settings: {},
    write(bytes) {
      for (let from = 0; from < bytes.length; from += size) {
        const report = new Uint8Array(size);
        report.set(bytes.subarray(from, from + size));
        wire.say(id < 0 ? report : Uint8Array.of(id, ...report));
      }
    },
    tell: () => undefined,
  });
  const driver = idcardSdtHid.open({
    id: 'card-reader',
    place: { usb: { vendorId: '1234', productId: '0001' } },
    settings: {},
    cables: { reports: () => Promise.resolve(ok(wire)) },
    clock,
    log: () => undefined,
  });
  const read = () => passTime(clock, driver.execute('read', {}, { timeoutMs: 20_000 }));
  return { wire, device, driver, read, clock };
}

test.each([
  ['plain', PLAIN, {}],
  ['numbered', NUMBERED, { size: 63, id: 3 }],
] as const)('a card comes in %s reports', async (_, descriptor, cable) => {
  const { read, device } = reader(descriptor, cable);
  device.order({ do: 'putDown', card: resident });
  expect(await read()).toEqual({ ok: true, value: SAYS.resident });
});

test('a command is one report: its id, the frame, and zeros', async () => {
  const plain = reader(PLAIN);
  await plain.read();
  expect(plain.wire.heard[0]).toHaveLength(65);
  expect(toHex(plain.wire.heard[0]?.subarray(0, 14) ?? hex(''))).toBe('00 AA AA AA 96 69 00 03 20 01 22 00 00 00');
  const numbered = reader(NUMBERED, { size: 63, id: 3 });
  await numbered.read();
  expect(numbered.wire.heard[0]?.[0]).toBe(4);
});

test('a lost report is a damaged frame, asked for again', async () => {
  const { read, device, wire } = reader(PLAIN);
  device.order({ do: 'putDown', card: resident });
  const { say } = wire;
  let count = 0;
  wire.say = (report) => {
    count += 1;
    // In the middle of the card.
    if (count !== 8) say.call(wire, report);
  };
  expect(await read()).toEqual({ ok: true, value: SAYS.resident });
});

test('a device that carries nothing both ways is no reader, and unplugging in mid-card is told', async () => {
  const mouse = reader(MOUSE);
  expect(await mouse.read()).toMatchObject({
    ok: false,
    fault: { code: 'device.missing', detail: 'no card reader: its reports carry nothing both ways' },
  });
  const { driver, wire, clock } = reader(PLAIN);
  const reading = driver.execute('read', {}, { timeoutMs: 20_000 });
  clock.after(700, () => wire.unplug());
  expect(await passTime(clock, reading)).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
});
