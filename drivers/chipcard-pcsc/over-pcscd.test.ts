/** Chip cards over the real PC/SC service: cards in and out, a reader that leaves, a service that stops, another program at the card. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_CARDS, DEMO_RECIPE, DEMO_SAYS } from '#fixtures/people/chip-cards.ts';
import { systemClock } from '#fixtures/simulators/clock/system-clock.ts';
import { missingForChipCards, startChipReader, type ChipReaderSim } from '#fixtures/simulators/chipcard-pcsc/start.ts';
import type { Driver } from '../driver.ts';
import { machineCables } from '../transport/cables.ts';
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
});
