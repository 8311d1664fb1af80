/** A paper goes to the printer once, and what is said of it is never more than what is known. */
import { describe, expect, test } from 'vitest';
import type { CompletionCode } from '#contract/devices/completion.ts';
import type { CommandOptions, DevicePort } from '#contract/devices/classes.ts';
import { DEVICE_GRACE_MS } from '#contract/devices/within-grace.ts';
import type { Log } from '#contract/log.ts';
import { fail, ok } from '#contract/result.ts';
import { PAYMENT_PROOF } from '#fixtures/printed/sample-papers.ts';
import { manualClock } from '#flows/testing/manual-clock.ts';
import { systemClock } from '../main/system-clock.ts';
import { makeInThread } from './make-in-thread.ts';
import { documentsOf, printDocuments } from './print-documents.ts';

const quiet: Log = () => {};
const LIMIT = { timeoutMs: 60_000 };

/** A printer that got these, and answers as told. */
function printer(answer: () => Promise<unknown>) {
  const got: { command: string; payload: unknown; options: CommandOptions }[] = [];
  const port = {
    deviceClass: 'Printer',
    execute: (command: string, payload: unknown, options: CommandOptions) => {
      got.push({ command, payload, options });
      return answer();
    },
  } as unknown as DevicePort<'Printer'>;
  return { got, port };
}

function desk(answer: () => Promise<unknown>, make: typeof makeInThread = async () => ok(Buffer.from('%PDF'))) {
  const clock = manualClock();
  const { got, port } = printer(answer);
  return { clock, got, documents: printDocuments({ printer: port, rareSigns: '', clock, log: quiet, make }) };
}

test('a paper is made, printed once, and told', async () => {
  const { documents, got } = desk(async () => ok({ outcome: 'printed', paper: 'ok' }));
  expect(await documents.printDocument(PAYMENT_PROOF, LIMIT)).toEqual({ outcome: 'printed', fault: null });
  expect(got.map(({ command, payload }) => [command, payload])).toEqual([
    ['printDocument', { pdf: Buffer.from('%PDF').toString('base64'), copies: 1, duplex: false }],
  ]);
});

test('what can not be made is not sent', async () => {
  const { documents, got } = desk(
    async () => ok({ outcome: 'printed', paper: 'ok' }),
    async () => fail('page.signMissing'),
  );
  expect(await documents.printDocument(PAYMENT_PROOF, LIMIT)).toEqual({ outcome: 'failed', fault: 'page.signMissing' });
  expect(got).toEqual([]);
});

test('an empty tray is told, whatever the device calls it', async () => {
  const { documents } = desk(async () => ok({ outcome: 'failed', paper: 'out' }));
  expect(await documents.printDocument(PAYMENT_PROOF, LIMIT)).toEqual({ outcome: 'failed', fault: 'page.paperOut' });
});

describe('a reply that is lost is unconfirmed, and nothing is sent again', () => {
  test.each<CompletionCode>(['timeOut', 'canceled', 'internalError'])('%s', async (completion) => {
    const { documents, got } = desk(async () => fail({ code: 'device.lost', completion }));
    expect(await documents.printDocument(PAYMENT_PROOF, LIMIT)).toEqual({
      outcome: 'unconfirmed',
      fault: 'device.lost',
    });
    expect(got).toHaveLength(1);
  });

  test('a port that says nothing at all', async () => {
    const silent = Promise.withResolvers<unknown>();
    const asked = Promise.withResolvers<void>();
    const { documents, clock, got } = desk(() => {
      asked.resolve();
      return silent.promise;
    });
    const printed = documents.printDocument(PAYMENT_PROOF, LIMIT);
    await asked.promise;
    clock.pass(60_000 + DEVICE_GRACE_MS);
    expect(await printed).toEqual({ outcome: 'unconfirmed', fault: 'device.lost' });
    expect(got).toHaveLength(1);
  });
});

test('a refusal before anything was sent is certain', async () => {
  const { documents } = desk(async () => fail({ code: 'page.coverOpen', completion: 'deviceNotReady' }));
  expect(await documents.printDocument(PAYMENT_PROOF, LIMIT)).toEqual({ outcome: 'failed', fault: 'page.coverOpen' });
});

test('a kiosk without a printer of pages has nowhere to print them', () => {
  expect(documentsOf({ devices: [], port: () => null, clock: manualClock(), log: quiet })).toBeNull();
});

describe('in its thread', () => {
  const options = { rareSigns: '', log: quiet };

  test('a paper is made', async () => {
    const made = await makeInThread(PAYMENT_PROOF, { ...options, ...LIMIT, clock: systemClock });
    expect(made.ok && Buffer.from(made.value.subarray(0, 5)).toString()).toBe('%PDF-');
  });

  test('one that takes too long ends it', async () => {
    const clock = manualClock();
    const forever = new URL(`data:text/javascript,setInterval(() => {}, 1000)`);
    const making = makeInThread(PAYMENT_PROOF, { ...options, ...LIMIT, clock }, forever);
    clock.pass(60_000);
    expect(await making).toEqual({ ok: false, fault: 'page.notMade' });
  });

  test('one that breaks tells what broke, and nothing of the paper', async () => {
    const notes: unknown[] = [];
    const broken = new URL(`data:text/javascript,throw new Error('林晓禾')`);
    const making = makeInThread(
      PAYMENT_PROOF,
      { ...options, ...LIMIT, clock: manualClock(), log: (...note) => void notes.push(note) },
      broken,
    );
    expect(await making).toEqual({ ok: false, fault: 'page.notMade' });
    expect(notes).toEqual([['paper.ended', { why: 'threw' }]]);
  });
});
