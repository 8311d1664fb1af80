/** What can become of the paper, and what the citizen is told; the case is safe in every case. */
import { beforeAll, describe, expect, test } from 'vitest';
import { fewContent } from '#fixtures/release/kept-content.ts';
import type { Content } from '../release/content.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import * as visits from '../testing/visits.ts';

let content: Content;
beforeAll(async () => {
  content = await fewContent();
});

/** The last word on the receipt, as it was kept. */
function reported(kiosk: TestKiosk): readonly string[] {
  return kiosk.journal.records.flatMap(({ body }) => (body.kind === 'receipt.reported' ? [body.outcome] : []));
}

function expectNumberAndWayOn(kiosk: TestKiosk): void {
  const { body, primary } = kiosk.view();
  expect(body.kind === 'receipt' && body.cases[0]?.caseNumber).toMatch(/^micro-centre-1-20261121-\d{4}-\d{2}$/);
  expect(primary?.intent).toEqual({ kind: 'next' });
}

test('the case is kept before the printer hears of it', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReceipt(kiosk);
  expect(kiosk.journal.records.map(({ body }) => body.kind)).toEqual(['case.submitted']);
  expect(kiosk.view().body).toMatchObject({ kind: 'receipt', phase: 'printing' });
});

test.each([
  ['printed', 'ok', 'printed'],
  ['unconfirmed', 'unknown', 'unconfirmed'],
  ['failed', 'out', 'failed'],
] as const)('the printer says %s (paper %s)', async (outcome, paper, phase) => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReceipt(kiosk);
  kiosk.printer.running('print').succeed({ outcome, paper });
  await kiosk.settle();
  expect(kiosk.view().body).toMatchObject({ phase });
  expect(reported(kiosk)).toEqual([outcome]);
  expectNumberAndWayOn(kiosk);
});

describe('the command itself fails', () => {
  test.each([
    ['printer.paperOut', 'deviceNotReady', 'failed'],
    ['printer.silent', 'deviceNotReady', 'failed'],
    ['device.missing', 'hardwareError', 'failed'],
    ['device.lost', 'deviceNotReady', 'failed'],
    ['device.lost', 'internalError', 'unconfirmed'],
    ['device.canceled', 'canceled', 'unconfirmed'],
    ['printer.silent', 'timeOut', 'unconfirmed'],
  ] as const)('%s, %s: %s', async (code, completion, outcome) => {
    const kiosk = await testKiosk(content);
    await visits.walkToTheReceipt(kiosk);
    kiosk.printer.running('print').fault(code, completion);
    await kiosk.settle();
    expect(kiosk.view().body).toMatchObject({ phase: outcome });
    expect(reported(kiosk)).toEqual([outcome]);
    expectNumberAndWayOn(kiosk);
  });
});

test('a kiosk without a printer shows the number, and says what it is', async () => {
  const kiosk = await testKiosk(content, { printer: null });
  await visits.walkToTheReceipt(kiosk);
  const { body } = kiosk.view();
  expect(body).toMatchObject({ phase: 'failed' });
  const shown = body.kind === 'receipt' ? body.cases[0] : undefined;
  expect(shown?.facts[0]).toEqual({ label: '办件编号', value: shown?.caseNumber });
  expectNumberAndWayOn(kiosk);
});

test('a lost reply is never printed again, not even when asked', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReceipt(kiosk);
  kiosk.printer.running('print').fault('device.lost', 'internalError');
  await kiosk.settle();
  expect(kiosk.view()).toMatchObject({ body: { phase: 'unconfirmed' }, others: [] });
  await kiosk.intend({ kind: 'retry' });
  await kiosk.pass(300_000);
  expect(kiosk.printer.commands).toHaveLength(1);
});

test('paper that certainly did not come out may be asked for again', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReceipt(kiosk);
  kiosk.printer.running('print').fault('printer.paperOut', 'deviceNotReady');
  await kiosk.settle();
  expect(kiosk.view().others.map((button) => button.intent)).toEqual([{ kind: 'retry' }]);
  await kiosk.intend({ kind: 'retry' });
  kiosk.printer.running('print').succeed({ outcome: 'printed', paper: 'ok' });
  await kiosk.settle();
  expect(reported(kiosk)).toEqual(['failed', 'printed']);
});

test('who doesn’t wait for the paper goes on, and the outcome is unconfirmed', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReceipt(kiosk);
  expect(kiosk.view().others[0]?.intent).toEqual({ kind: 'next' });
  await kiosk.intend({ kind: 'next' });
  expect(kiosk.view().body.kind).toBe('rate');
  expect(reported(kiosk)).toEqual(['unconfirmed']);
});

test('a printer that never answers is given up', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReceipt(kiosk);
  await kiosk.pass(36_000);
  expect(kiosk.view().body).toMatchObject({ phase: 'unconfirmed' });
});

test('the power fails while printing: unconfirmed, and nothing is printed a second time', async () => {
  const before = await testKiosk(content);
  await visits.walkToTheReceipt(before);
  const kiosk = await before.crash();
  expect(kiosk.view().body).toMatchObject({ kind: 'receipt', phase: 'unconfirmed' });
  expect(kiosk.printer.commands).toEqual([]);
  expect(reported(kiosk)).toEqual(['unconfirmed']);
  expectNumberAndWayOn(kiosk);
});
