/** A4 over the real wire: ippeveprinter, which nobody here wrote, prints, runs out of paper, jams, and is taken back from. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '#fixtures/simulators/clock/system-clock.ts';
import { missingForA4, startA4Printer, type A4PrinterSim } from '#fixtures/simulators/a4-ipp/start.ts';
import type { Driver } from '../driver.ts';
import { machineCables } from '../transport/cables.ts';
import { a4Ipp } from './driver.ts';

const missing = missingForA4();

describe.skipIf(missing !== null)(`A4 over IPP${missing === null ? '' : `: ${missing}`}`, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yeban-a4-'));
  let sim: A4PrinterSim;
  let driver: Driver<'Printer'>;
  const pdf = Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64');

  beforeAll(async () => {
    sim = await startA4Printer({ folder });
    driver = a4Ipp.open({
      id: 'a4',
      place: { address: sim.address },
      settings: {},
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

  const print = (timeoutMs = 15_000) =>
    driver.execute('printDocument', { pdf, copies: 1, duplex: false }, { timeoutMs });

  test('prints, and says so when it is done', async () => {
    expect(await print()).toEqual({ ok: true, value: { outcome: 'printed', paper: 'ok' } });
    expect(sim.tray()).toHaveLength(1);
  });
});
