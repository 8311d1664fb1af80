/** Two cables swapped, or a wrong speed in kiosk.yaml: no model takes another device, or rubbish, for its own. */
import { expect, test } from 'vitest';
import { DeviceConfig } from '#contract/config.ts';
import { DeviceClass } from '#contract/devices/classes.ts';
import { baudRatesOf, MODELS, modelEntry } from '#contract/devices/models.ts';
import {
  SERIAL_SIMULATORS,
  type SerialModel,
  type SerialSimulator,
} from '#fixtures/simulators/serial-simulators.table.ts';
import { hearAt } from '#fixtures/simulators/wire/hear-at.ts';
import { openDriver } from '../catalog.ts';
import { shareLines } from '../transport/shared-line.ts';
import { MemoryCable } from './memory-cable.ts';
import { SuiteClock, within } from './suite-clock.ts';

const LIMIT_MS = 30_000;
const models = Object.keys(SERIAL_SIMULATORS) as SerialModel[];
/** A scanner is never asked anything, so there is nothing that another device could answer wrongly. */
const asking = models.filter((model) => model !== 'scanner-serial');
const isSameLine = (one: SerialModel, other: SerialModel): boolean =>
  SERIAL_SIMULATORS[one].simulated === SERIAL_SIMULATORS[other].simulated;

function classOf(model: SerialModel): DeviceClass {
  const found = DeviceClass.options.find((each) => modelEntry(each, model));
  if (!found) throw new Error(model);
  return found;
}

/** Opens `model` on a cable to another device, at another speed; how does a technician's self-test end? */
async function selfTestOf(model: SerialModel, other: SerialSimulator, speed?: number) {
  const clock = new SuiteClock();
  const config = DeviceConfig.parse({
    id: 'it',
    class: classOf(model),
    model,
    path: '/wire',
    settings: SERIAL_SIMULATORS[model].settings ?? {},
  });
  const settings = speed === undefined ? config.settings : { ...config.settings, baudRate: speed };
  const own = Number(settings?.['baudRate']);
  const device = other.simulated.make({
    clock,
    settings: {},
    write: (bytes) => cable.say(hearAt(bytes, device.baudRate, own)),
    tell: () => undefined,
  });
  const cable = new MemoryCable(
    clock,
    () => own,
    (bytes) => device.hear(hearAt(bytes, own, device.baudRate)),
  );
  const driver = await openDriver(
    { ...config, settings },
    {
      clock,
      cables: { ...cable.cables, lines: shareLines(cable.cables.bytes) },
      log: () => undefined,
      tapFor: () => (wire) => wire,
    },
  );
  const ended = await within(clock, LIMIT_MS, driver.perform('selfTest', {}, { timeoutMs: 15_000 }));
  const said = driver.status().state;
  await within(clock, LIMIT_MS, driver.close());
  return { ended: ended === 'late' ? ended : ended.ok ? 'well' : 'fault', said };
}

test.each(asking)('%s, alone at its own device: well', async (model) => {
  expect(await selfTestOf(model, SERIAL_SIMULATORS[model])).toMatchObject({ ended: 'well' });
});

test.each(
  asking.flatMap((model) => models.filter((other) => !isSameLine(model, other)).map((other) => [model, other])),
)('%s on the cable of a %s: a fault, and never online', async (model, other) => {
  const { ended, said } = await selfTestOf(model as SerialModel, SERIAL_SIMULATORS[other as SerialModel]);
  expect(ended).toBe('fault');
  expect(said).not.toBe('online');
});

const atOtherSpeeds = asking.flatMap((model) => {
  const entry = modelEntry(classOf(model), model);
  const settings = entry?.settings.parse(SERIAL_SIMULATORS[model].settings ?? {}) ?? {};
  return baudRatesOf(classOf(model), model, settings)
    .filter((speed) => speed !== settings['baudRate'])
    .map((speed) => [model, speed] as const);
});

test.each(atOtherSpeeds)('%s, set to %i bits per second in kiosk.yaml, the device is not', async (model, speed) => {
  const { ended, said } = await selfTestOf(model, SERIAL_SIMULATORS[model], speed);
  expect(ended).toBe('fault');
  expect(said).not.toBe('online');
});

test('the table knows every class', () => {
  expect(Object.keys(MODELS)).toEqual(expect.arrayContaining(models.map(classOf)));
});
