/** A4 over the real wire: ippeveprinter, which nobody here wrote, prints, runs out of paper, jams, and is taken back from. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_PAGE_PDF } from '#contract/devices/test-page.ts';
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

  const print = (timeoutMs = 15_000, cancelled?: AbortSignal) =>
    driver.execute(
      'printDocument',
      { pdf: TEST_PAGE_PDF, copies: 1, duplex: false },
      { timeoutMs, ...(cancelled && { cancelled }) },
    );
  /** Resolves as soon as the device says so; whoever waits asks it now and then. */
  const says = (name: string, value: string) =>
    expect
      .poll(async () => {
        await driver.execute('selfTest', {}, { timeoutMs: 5_000 });
        return driver.status().values[name]?.value;
      })
      .toBe(value);

  test('prints the test page, byte for byte, and says so when it is done', async () => {
    expect(await print()).toEqual({ ok: true, value: { outcome: 'printed', paper: 'ok' } });
    const [page] = sim.tray();
    expect(Buffer.from(page ?? []).toString('base64')).toBe(TEST_PAGE_PDF);
    const statistics = await driver.execute('statistics', {}, { timeoutMs: 1_000 });
    expect(statistics).toMatchObject({ value: { counted: { sheets: 1 } } });
  });

  const poppler = spawnSync('pdftotext', ['-v']).status === 0;
  test.skipIf(!poppler)('what came out is an A4 page to poppler, with its text and its greys (poppler-utils)', () => {
    const file = path.join(folder, 'page.pdf');
    writeFileSync(file, sim.tray()[0] ?? '');
    const told = (program: string, ...rest: readonly string[]): string =>
      spawnSync(program, [file, ...rest], { encoding: 'utf8' }).stdout;
    expect(told('pdftotext', '-')).toContain('Yeban - Test page');
    expect(told('pdfinfo')).toMatch(/Pages: +1\n[^]*\(A4\)/);
    const pixels = spawnSync('pdftoppm', ['-gray', '-r', '20', file]).stdout;
    expect(new Set(pixels.subarray(-165 * 234)).size).toBeGreaterThan(8);
  });

  test('an empty tray is said before anything is sent, and printing goes on when there is paper', async () => {
    await sim.behave({ 'media-empty': true });
    const before = sim.tray().length;
    expect(await print()).toMatchObject({ ok: false, fault: { code: 'page.paperOut' } });
    await says('paper', 'out');
    await sim.behave({ 'media-empty': false });
    expect(await print()).toMatchObject({ ok: true, value: { outcome: 'printed' } });
    expect(sim.tray()).toHaveLength(before + 1);
  });

  test('toner that runs low is told, and toner that is out is a fault', async () => {
    await sim.behave({ 'toner-low': true });
    await says('toner', 'nearEnd');
    await says('tonerPercent', '5');
    await sim.behave({ 'toner-empty': true });
    expect(await print()).toMatchObject({ ok: false, fault: { code: 'page.tonerOut' } });
    await sim.behave({ 'toner-low': false, 'toner-empty': false });
    await says('toner', 'ok');
  });

  test('a jam: the citizen gives up, and nothing comes out before the next one', async () => {
    await sim.behave({ jam: true });
    const before = sim.tray().length;
    const giveUp = new AbortController();
    const printing = print(15_000, giveUp.signal);
    // Whoever stands there sees it in the status, and leaves.
    await new Promise<void>((resolve) => {
      const stop = driver.onStatus(({ values }) => {
        if (values['mechanism']?.value !== 'failed') return;
        stop();
        resolve();
      });
    });
    giveUp.abort();
    expect(await printing).toMatchObject({ ok: true, value: { outcome: 'unconfirmed' } });
    await driver.execute('selfTest', {}, { timeoutMs: 5_000 });
    await sim.behave({ jam: false });
    await says('mechanism', 'ok');
    expect(await print()).toMatchObject({ ok: true, value: { outcome: 'printed' } });
    expect(sim.tray()).toHaveLength(before + 1);
  });

  test('a document that the printer gives up is nothing that was printed', async () => {
    await sim.behave({ fail: true });
    expect(await print()).toMatchObject({ ok: true, value: { outcome: 'unconfirmed' } });
    await sim.behave({ fail: false });
  });

  test('an answer to the document that never comes is no second document', async () => {
    const before = sim.tray().length;
    await sim.behave({ 'no-answer-to-document': true });
    expect(await print()).toMatchObject({ ok: true, value: { outcome: 'printed' } });
    expect(sim.tray()).toHaveLength(before + 1);
    await sim.behave({ 'no-answer-to-document': false });
  });

  test.each([
    ['garbage', 'page.silent'],
    ['broken-off', 'page.silent'],
    ['not-found', 'page.refused'],
  ] as const)('%s instead of answers', async (name, code) => {
    await sim.behave({ [name]: true });
    expect(await print()).toMatchObject({ ok: false, fault: { code } });
    await sim.behave({ [name]: false });
  });

  test('a printer that keeps silent is waited for no longer than one wants', async () => {
    await sim.behave({ silent: true });
    expect(await print(500)).toMatchObject({ ok: false, fault: { code: 'page.silent', completion: 'timeOut' } });
    await sim.behave({ silent: false });
  });

  test('a cable that is pulled, and put back', async () => {
    await sim.unplug();
    expect(await print()).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
    expect(driver.status().state).toBe('noDevice');
    await sim.plug();
    expect(await print()).toMatchObject({ ok: true, value: { outcome: 'printed' } });
  });
});
