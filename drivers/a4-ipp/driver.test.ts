/** The A4 printer in memory, with a clock in hand: what is said of a document, of the printer, and what is taken back. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { DeviceFault } from '#contract/devices/completion.ts';
import { TEST_PAGE_PDF } from '#contract/devices/test-page.ts';
import { simulatedA4Printer } from '#fixtures/simulators/a4-ipp/model.ts';
import { setStage } from '../conformance/stage.ts';
import { fail } from '#contract/result.ts';
import { pass, SuiteClock, within } from '../conformance/suite-clock.ts';
import { recordTap, type Passage } from '../tap/record.ts';
import { a4Ipp } from './driver.ts';

function printer() {
  const passages: Passage[] = [];
  const stage = setStage(
    {
      model: 'a4-ipp',
      device: simulatedA4Printer,
      commands: [],
      open: (surroundings) =>
        a4Ipp.open({ ...surroundings, place: { address: 'ipp://printer.example/ipp/print' }, settings: {} }),
    },
    ({ clock }) => recordTap(clock, (passage) => passages.push(passage)),
  );
  const { clock, device, driver } = stage;
  return {
    ...stage,
    passages,
    tray: () => z.array(z.string()).parse(device.order({ do: 'tray' })).length,
    print: async ({ pdf = TEST_PAGE_PDF, timeoutMs = 30_000 } = {}) =>
      within(
        clock,
        timeoutMs + 5_000,
        driver.perform('printDocument', { pdf, copies: 1, duplex: false }, { timeoutMs }),
      ),
  };
}

const fault = (code: DeviceFault['code'], more: object = {}) => ({ ok: false, fault: { code, ...more } });
const outcome = (said: string, paper = 'ok') => ({ ok: true, value: { outcome: said, paper } });

describe('a document', () => {
  test('is printed when the printer says that its job is completed', async () => {
    const { print, tray, driver } = printer();
    expect(await print()).toEqual(outcome('printed'));
    expect(tray()).toBe(1);
    expect(await driver.perform('statistics', {}, { timeoutMs: 1_000 })).toMatchObject({
      value: { commands: 1, faults: 0, counted: { sheets: 1 } },
    });
  });

  test.each([
    ['media-empty', 'page.paperOut'],
    ['cover-open', 'page.coverOpen'],
    ['toner-empty', 'page.tonerOut'],
    ['jam', 'page.jammed'],
    ['busy', 'page.refused'],
  ] as const)('is not sent at all: %s', async (name, code) => {
    const { print, device, tray } = printer();
    device.behave({ [name]: true });
    expect(await print()).toMatchObject(fault(code));
    device.behave({ [name]: false });
    expect(await print()).toEqual(outcome('printed'));
    expect(tray()).toBe(1);
  });

  test('that is no PDF never leaves', async () => {
    const { print, passages } = printer();
    const before = passages.length;
    const pdf = Buffer.from('#!/bin/sh').toString('base64');
    expect(await print({ pdf })).toMatchObject(fault('page.refused', { detail: 'not a PDF' }));
    expect(passages).toHaveLength(before);
  });

  test('waits for paper that runs out in the middle, and is printed when there is some', async () => {
    const { print, device, clock, driver, tray } = printer();
    clock.after(1_000, () => device.behave({ 'media-empty': true }));
    clock.after(9_000, () => device.behave({ 'media-empty': false }));
    const seen: string[] = [];
    driver.onStatus(({ values }) => seen.push(values['paper']?.value ?? ''));
    expect(await print()).toEqual(outcome('printed'));
    expect(seen).toContain('out');
    expect(tray()).toBe(1);
  });

  test('that nobody waits for any more is taken back before the next citizen', async () => {
    const { print, device, clock, tray } = printer();
    clock.after(1_000, () => device.behave({ jam: true }));
    expect(await print({ timeoutMs: 5_000 })).toMatchObject({ ok: true, value: { outcome: 'unconfirmed' } });
    await pass(clock, 3_000);
    device.behave({ jam: false });
    await pass(clock, 60_000);
    expect(tray()).toBe(0);
    expect(await print()).toEqual(outcome('printed'));
    expect(tray()).toBe(1);
  });

  test('that could not be taken back yet lets nobody else print', async () => {
    const { print, device, clock, tray } = printer();
    clock.after(1_000, () => device.behave({ jam: true, 'busy-when-cancelling': true }));
    expect(await print({ timeoutMs: 5_000 })).toMatchObject({ ok: true, value: { outcome: 'unconfirmed' } });
    device.behave({ jam: false });
    expect(await print({ timeoutMs: 2_000 })).toMatchObject(fault('page.refused'));
    device.behave({ 'busy-when-cancelling': false });
    await pass(clock, 3_000);
    expect(await print()).toEqual(outcome('printed'));
    expect(tray()).toBeLessThanOrEqual(2);
  });

  test('of a kiosk that was killed is taken back by the one that is started', async () => {
    const killed = printer();
    killed.clock.after(1_000, () => killed.device.behave({ jam: true }));
    await killed.print({ timeoutMs: 2_000 });
    // Nothing of it is left but what the printer holds.
    await killed.driver.close();
    const again = a4Ipp.open({
      id: 'a4-ipp',
      cables: killed.cable.cables,
      clock: killed.clock,
      log: () => undefined,
      place: { address: 'ipp://printer.example/ipp/print' },
      settings: {},
    });
    await pass(killed.clock, 2_000);
    killed.device.behave({ jam: false });
    await pass(killed.clock, 60_000);
    expect(killed.tray()).toBe(0);
    await within(killed.clock, 5_000, again.close());
  });

  test('whose printer lost its power is unconfirmed: its job is forgotten', async () => {
    const { print, device, clock } = printer();
    clock.after(1_000, () => device.behave({ 'power-cut': true }));
    clock.after(1_500, () => device.behave({ 'power-cut': false }));
    expect(await print()).toEqual(outcome('unconfirmed'));
  });
});

describe('the printer', () => {
  test('is looked at every half minute while nobody prints', async () => {
    const { driver, device, clock } = printer();
    await pass(clock, 500);
    expect(driver.status()).toMatchObject({
      state: 'online',
      values: { paper: { value: 'ok' }, toner: { value: 'ok' }, tonerPercent: { value: '62' } },
    });
    device.behave({ 'media-empty': true });
    await pass(clock, 31_000);
    expect(driver.status()).toMatchObject({ state: 'userError', values: { paper: { value: 'out' } } });
  });

  test('that falls silent is unknown, and known again as soon as it speaks', async () => {
    const { driver, device, clock } = printer();
    await pass(clock, 10);
    device.behave({ 'power-cut': true });
    await pass(clock, 60_000);
    expect(driver.status()).toMatchObject({ state: 'unknown', values: { paper: { value: 'unknown' } } });
    device.behave({ 'power-cut': false });
    await pass(clock, 60_000);
    expect(driver.status()).toMatchObject({ state: 'online', values: { paper: { value: 'ok' } } });
  });

  test('that was never reached is silent: it has neither a path nor permissions that could be wrong', async () => {
    const clock = new SuiteClock();
    const driver = a4Ipp.open({
      id: 'a4-ipp',
      place: { address: 'ipp://printer.example/ipp/print' },
      settings: {},
      cables: { ipp: () => Promise.resolve(fail({ reason: 'missing', detail: 'ECONNREFUSED' })) },
      clock,
      log: () => undefined,
    });
    const tested = await within(clock, 10_000, driver.perform('selfTest', {}, { timeoutMs: 5_000 }));
    expect(tested).toMatchObject(fault('page.silent', { detail: expect.stringContaining('ECONNREFUSED') }));
    await within(clock, 5_000, driver.close());
  });

  test('its trace tells what passes, and nothing of a document', async () => {
    const { print, passages } = printer();
    await print();
    const narrator = a4Ipp.narrate({});
    const words = passages.flatMap((passage) => narrator.hear(passage)).map((told) => told.words.en);
    expect(words).toEqual(
      expect.arrayContaining([
        'how is the printer?',
        'printer: none',
        'make a job',
        'job: held',
        expect.stringMatching(/^send the document: \d+ bytes, not shown$/),
        'job: processing',
        'job: completed',
      ]),
    );
    expect(words.join()).not.toContain('Yeban');
  });
});
