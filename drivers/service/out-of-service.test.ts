/** A device that fails three self-tests in a row is said to be out of service, and is back with the first that passes. */
import { expect, test } from 'vitest';
import { ok } from '#contract/result.ts';
import { resident, SAYS } from '#fixtures/people/cards.ts';
import { simulatedReader } from '#fixtures/simulators/idcard-sdt/model.ts';
import { ScriptedWire } from '../conformance/scripted-wire.ts';
import { setStage } from '../conformance/stage.ts';
import { pass, SuiteClock, within } from '../conformance/suite-clock.ts';
import { idcardSdt } from '../idcard-sdt/driver.ts';
import { LOST } from './run.ts';
import { serveDevice } from './serve-device.ts';
import { makeStatusBoard } from './status-board.ts';

function reader() {
  const stage = setStage(
    {
      model: 'idcard-sdt',
      open: (surroundings) =>
        idcardSdt.open({ ...surroundings, place: { path: '/wire' }, settings: { baudRate: 115200 } }),
      device: simulatedReader,
      commands: [],
    },
    () => (wire) => wire,
  );
  const service = (): string | undefined => stage.driver.status().values['service']?.value;
  return { ...stage, service };
}

test('silent: out after the third test, told once, still tested, and back within half a minute', async () => {
  const { device, clock, driver, service } = reader();
  const told: (string | undefined)[] = [];
  driver.onStatus(({ values }) => told.push(values['service']?.value));
  await pass(clock, 1_000);
  expect(service()).toBe('in');
  device.behave({ silent: true });
  await driver.perform('status', {}, { timeoutMs: 1_000 });
  // The idle test comes every five minutes, those after a failed one soon.
  await pass(clock, 303_000);
  expect(service()).toBe('in');
  await pass(clock, 10_000);
  expect(service()).toBe('out');
  await pass(clock, 600_000);
  expect(told.filter((each, index) => each === 'out' && told[index - 1] !== 'out')).toHaveLength(1);
  device.behave({ silent: false });
  await pass(clock, 31_000);
  expect(service()).toBe('in');
});

test('the cable pulled while it is out: still out, until it answers', async () => {
  const { device, cable, clock, service } = reader();
  device.behave({ silent: true });
  await pass(clock, 60_000);
  cable.unplug();
  expect(service()).toBe('out');
  device.behave({ silent: false });
  cable.plug();
  await pass(clock, 31_000);
  expect(service()).toBe('in');
});

test('out of service is said and not enforced: a command that can be done is done', async () => {
  const { device, clock, service, perform } = reader();
  device.behave({ silent: true });
  await pass(clock, 60_000);
  device.behave({ silent: false });
  device.order({ do: 'putDown', card: resident });
  expect(service()).toBe('out');
  expect(await perform('read', {}, 20_000)).toEqual({ ok: true, value: SAYS.resident });
});

test('a reader that waits for a card for an hour is in service, and is tested as soon as it has nothing to do', async () => {
  const { clock, driver, service } = reader();
  await pass(clock, 1_000);
  const waiting = driver.perform('read', {}, { timeoutMs: 3_600_000 });
  await pass(clock, 3_500_000);
  expect(service()).toBe('in');
  await pass(clock, 200_000);
  expect(await waiting).toMatchObject({ ok: false, fault: { completion: 'timeOut' } });
  const before = driver.status().values['module']?.at ?? 0;
  await pass(clock, 300_000);
  expect(driver.status().values['module']?.at).toBeGreaterThan(before);
  expect(service()).toBe('in');
});

test('a device that answers its self-test and is gone in the same moment is lost, not well', async () => {
  const clock = new SuiteClock();
  const wire = new ScriptedWire();
  const board = makeStatusBoard(clock, []);
  const driver = serveDevice<'Lights', ScriptedWire, 'line'>(
    {
      deviceClass: 'Lights',
      board,
      open: () => Promise.resolve(ok(wire)),
      connect: () => 'line',
      async selfTest() {
        board.learn('online', 'polled');
        wire.unplug();
        return ok(null);
      },
      commands: {},
      timedOut: () => LOST,
      unreachable: LOST,
    },
    { id: 'lights', clock, log: () => undefined },
  );
  const tested = driver.execute('selfTest', {}, { timeoutMs: 1_000 });
  expect(await within(clock, 2_000, tested)).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
  await driver.close();
});
