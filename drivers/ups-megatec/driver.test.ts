/** The power supply's driver against the simulated one: mains and battery are told when they were told twice. */
import { afterEach, expect, test } from 'vitest';
import type { Json } from '#contract/json.ts';
import { simulatedUps } from '#fixtures/simulators/ups-megatec/model.ts';
import { setStage, type Stage } from '../conformance/stage.ts';
import { pass } from '../conformance/suite-clock.ts';
import { upsMegatec } from './driver.ts';

const stages: Stage[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

function setUp(settings: Json = {}) {
  const stage = setStage(
    {
      model: 'ups-megatec',
      open: (surroundings) =>
        upsMegatec.open({
          ...surroundings,
          place: { path: '/wire' },
          settings: { baudRate: 2400, battery: { emptyVolts: 20.5, fullVolts: 27.4 } },
        }),
      device: simulatedUps,
      settings,
      commands: [],
    },
    () => (wire) => wire,
  );
  stages.push(stage);
  const { driver, clock, device } = stage;
  const value = (name: string): string | undefined => driver.status().values[name]?.value;
  return {
    ...stage,
    value,
    later: (ms: number) => pass(clock, ms),
    behave: (switches: Json) => device.behave(switches),
  };
}

test('a supply on the mains: who it is, how full, how hot', async () => {
  const { later, driver } = setUp();
  await later(5_000);
  const { state, values } = driver.status();
  expect(state).toBe('online');
  expect(Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name, value]))).toMatchObject({
    mains: 'ok',
    battery: 'ok',
    batteryPercent: '100',
    batteryVolts: '27.4',
    load: '18',
    temperature: '31.5',
    ups: 'ok',
    model: 'SIMULATED UPS-1000 V1.00',
    ratedVolts: '220',
  });
});

test('the mains fail, the battery runs low, the mains come back: told within ten seconds each', async () => {
  const { later, behave, value, device } = setUp();
  await later(5_000);
  behave({ 'mains-fail': true });
  await later(10_000);
  expect([value('mains'), value('battery'), value('batteryPercent')]).toEqual(['failed', 'ok', '52']);
  behave({ 'battery-low': true });
  await later(10_000);
  expect([value('mains'), value('battery'), value('batteryPercent')]).toEqual(['failed', 'low', '13']);
  behave({ 'mains-fail': false, 'battery-low': false });
  await later(10_000);
  expect([value('mains'), value('battery'), value('batteryPercent')]).toEqual(['ok', 'ok', '100']);
  expect(device.order({ do: 'switched' })).toEqual([]);
});

test.each([
  ['silent', { silent: true }, 'auxiliaries.silent'],
  ['garbage', { garbage: true }, 'device.protocol'],
  ['power cut', { 'power-cut': true }, 'auxiliaries.silent'],
])('%s: nothing is known, and it comes back', async (_, behaviour, code) => {
  const { later, behave, value, driver, perform } = setUp();
  await later(5_000);
  behave(behaviour);
  expect(await perform('selfTest', {}, 15_000)).toMatchObject({ ok: false, fault: { code } });
  expect([driver.status().state, value('mains')]).toEqual(['unknown', 'unknown']);
  behave(Object.fromEntries(Object.keys(behaviour).map((name) => [name, false])));
  await later(10_000);
  expect([driver.status().state, value('mains')]).toEqual(['online', 'ok']);
});

test('one wrong bit in a line without checksum does not put the mains out', async () => {
  const { later, value, clock, cable, driver } = setUp();
  await later(5_000);
  const seen: (string | undefined)[] = [];
  driver.onStatus(() => seen.push(value('mains')));
  cable.say(Uint8Array.from(Buffer.from('(221.7 221.7 220.3 018 50.0 27.4 31.5 10001000\r', 'latin1')));
  await pass(clock, 20_000);
  expect(seen).not.toContain('failed');
});

test('a supply that knows Q1 alone, and one that says that it failed', async () => {
  const { later, behave, value, perform, driver } = setUp();
  behave({ 'only-status': true });
  await later(20_000);
  expect([driver.status().state, value('model'), value('mains')]).toEqual(['online', 'unknown', 'ok']);
  behave({ failed: true });
  expect(await perform('selfTest', {}, 15_000)).toMatchObject({ ok: false, fault: { code: 'auxiliaries.broken' } });
  expect([driver.status().state, value('ups')]).toEqual(['hardwareError', 'failed']);
});
