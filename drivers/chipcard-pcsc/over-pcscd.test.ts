/** Chip cards over the real PC/SC service: cards in and out, a reader that leaves, a service that stops, another program at the card. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pcsc from 'pcsc-mini';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeviceStatus } from '#contract/devices/status.ts';
import { DEMO_CARDS, DEMO_RECIPE, DEMO_SAYS } from '#fixtures/people/chip-cards.ts';
import { systemClock } from '#fixtures/simulators/clock/system-clock.ts';
import { missingForChipCards, startChipReader, type ChipReaderSim } from '#fixtures/simulators/chipcard-pcsc/start.ts';
import type { Driver } from '../driver.ts';
import { machineCables } from '../transport/cables.ts';
import { isReader } from '../transport/slot-address.ts';
import { chipcardPcsc } from './driver.ts';

const missing = missingForChipCards();

describe.skipIf(missing !== null)(`chip cards over pcscd${missing === null ? '' : `: ${missing}`}`, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yeban-chip-'));
  let sim: ChipReaderSim;
  let driver: Driver<'CardReader'>;

  beforeAll(async () => {
    sim = await startChipReader({ folder });
    // The library looks once in a process where its service is.
    Object.assign(process.env, sim.environment);
    driver = chipcardPcsc.open({
      id: 'chip',
      place: { address: sim.address },
      settings: { recipes: { 'demo-card': DEMO_RECIPE }, allowUnverified: false },
      cables: machineCables,
      clock: systemClock,
      log: () => undefined,
    });
  });
  afterAll(async () => {
    await driver.close();
    await sim.close();
    rmSync(folder, { recursive: true });
  });

  const read = (onEvent: (event: string) => void = () => undefined) =>
    driver.execute('readChip', { recipe: 'demo-card' }, { timeoutMs: 20_000, onEvent });

  /** Resolves as soon as the device says so. */
  const status = (wanted: (status: DeviceStatus) => boolean) =>
    new Promise<void>((resolve) => {
      if (wanted(driver.status())) return resolve();
      const stop = driver.onStatus((each) => {
        if (!wanted(each)) return;
        stop();
        resolve();
      });
    });

  test('waits for a card, reads it, and waits until it is pulled out', async () => {
    const events: string[] = [];
    const reading = read((event) => events.push(event));
    await sim.insert(DEMO_CARDS.resident);
    expect(await reading).toEqual({ ok: true, value: DEMO_SAYS.resident });
    expect(events).toEqual(['mediaInserted']);
    const leaving = driver.execute('awaitRemoval', {}, { timeoutMs: 20_000 });
    await sim.pull();
    expect(await leaving).toMatchObject({ ok: true });
  });

  test('a card that is pulled out while it is read', async () => {
    await sim.behave({ 'pull-while-reading': true });
    await sim.insert(DEMO_CARDS.resident);
    expect(await read()).toMatchObject({ ok: false, fault: { code: 'chip.pulled' } });
    await sim.behave({ 'pull-while-reading': false });
    await sim.insert(DEMO_CARDS.longTerm);
    expect(await read()).toEqual({ ok: true, value: DEMO_SAYS.longTerm });
  });

  test('a card that speaks T=0, with a second answer to fetch', async () => {
    await sim.behave({ detours: true });
    await sim.insert(DEMO_CARDS.resident);
    expect(await read()).toEqual({ ok: true, value: DEMO_SAYS.resident });
    await sim.behave({ detours: false });
  });

  test('another program that has the card for itself', async () => {
    const { Client, CardMode, CardDisposition } = pcsc;
    const other = new Client();
    const reader = await new Promise<InstanceType<typeof pcsc.Reader>>((resolve) => {
      other.on(
        'reader',
        (each) => isReader('Virtual PCD', each.name()) && each.name().endsWith('00 00') && resolve(each),
      );
      other.start();
    });
    const card = await reader.connect(CardMode.EXCLUSIVE);
    expect(await read()).toMatchObject({ ok: false, fault: { code: 'device.busy' } });
    await card.disconnect(CardDisposition.LEAVE);
    expect(await read()).toEqual({ ok: true, value: DEMO_SAYS.resident });
    other.stop();
  });

  test('a reader that is pulled out, and put back', async () => {
    await sim.pull();
    const gone = status((each) => each.state === 'noDevice');
    const reading = read();
    await sim.unplug();
    expect(await reading).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
    await gone;
    expect(await read()).toMatchObject({
      ok: false,
      fault: { code: 'device.lost', detail: expect.stringContaining('no reader "Virtual PCD"') },
    });
    await sim.plug();
    await sim.insert(DEMO_CARDS.longTerm);
    await status((each) => each.state === 'online');
    expect(await read()).toEqual({ ok: true, value: DEMO_SAYS.longTerm });
  });

  test('a service that stops, and is started again', async () => {
    await sim.stopService();
    await status((each) => each.state === 'noDevice');
    expect(await read()).toMatchObject({
      ok: false,
      fault: { code: 'device.lost', detail: expect.stringContaining('pcscd') },
    });
    await sim.startService();
    await sim.insert(DEMO_CARDS.resident);
    expect(await read()).toEqual({ ok: true, value: DEMO_SAYS.resident });
  });
});
