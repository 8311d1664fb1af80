/** What `yeban device ID conformance` does: a good device passes every case, and a driver that takes anything for its device fails. */
import { expect, test } from 'vitest';
import { ok } from '#contract/result.ts';
import { simulatedReader } from '#fixtures/simulators/idcard-sdt/model.ts';
import type { Driver } from '../driver.ts';
import { idcardSdt } from '../idcard-sdt/driver.ts';
import { tappedCables } from '../transport/cables.ts';
import { MemoryCable } from './memory-cable.ts';
import { casesAtDevice, runAtDevice, runInPeace, type DeviceUnderTest } from './on-device.ts';
import { SuiteClock, within } from './suite-clock.ts';

const HOUR_MS = 3_600_000;

function reader(credulous = false) {
  const clock = new SuiteClock();
  const device = simulatedReader.make({
    clock,
    settings: {},
    write: (bytes) => cable.say(bytes),
    tell: () => undefined,
  });
  const cable = new MemoryCable(
    clock,
    () => device.baudRate,
    (bytes) => device.hear(bytes),
  );
  const underTest: DeviceUnderTest = {
    clock,
    wholeReports: false,
    open(tap) {
      const cables = tappedCables(cable.cables, [tap]);
      const place = { path: '/wire' };
      const driver = idcardSdt.open({
        id: 'it',
        place,
        settings: { baudRate: 115200 },
        cables,
        clock,
        log: () => undefined,
      });
      const trusting: Driver = { ...driver, perform: () => Promise.resolve(ok(null)) };
      return Promise.resolve(credulous ? trusting : driver);
    },
  };
  const all = async () => {
    const verdicts: Record<string, string> = {};
    for (const each of casesAtDevice(underTest)) {
      const done = await within(clock, HOUR_MS, runAtDevice(underTest, each));
      if (done === 'late') throw new Error(each.name);
      verdicts[done.name] = done.verdict;
    }
    return verdicts;
  };
  return { clock, device, underTest, all };
}

test('a good reader: well in peace, and right whatever its wire does', async () => {
  const { underTest, clock, all } = reader();
  expect(await within(clock, HOUR_MS, runInPeace(underTest))).toMatchObject({ completion: { ok: true }, questions: 1 });
  expect(new Set(Object.values(await all()))).toEqual(new Set(['right']));
});

test('a reader that is silent is not well in peace, and never comes back', async () => {
  const { underTest, clock, device, all } = reader();
  device.behave({ silent: true });
  expect(await within(clock, HOUR_MS, runInPeace(underTest))).toMatchObject({ completion: { ok: false } });
  expect(Object.values(await all())).toContain('notBack');
});

test('a driver that takes whatever comes for its device is found', async () => {
  const { all } = reader(true);
  expect(await all()).toMatchObject({ 'the wire gives back what we say, and nothing else': 'wrongSuccess' });
});

test('nothing that is tried needs a hand at the device', () => {
  const names = casesAtDevice({ wholeReports: false }).map(({ takes }) => takes);
  expect(new Set(names)).toEqual(new Set(['ourEnd']));
});
