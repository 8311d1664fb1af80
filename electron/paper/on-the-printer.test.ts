/** A proof goes through the device host to an A4 printer that speaks IPP, beside a printer of receipts, and comes out as it was made. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DeviceConfig } from '#contract/config.ts';
import { SessionId } from '#contract/ids.ts';
import { PAYMENT_PROOF } from '#fixtures/printed/sample-papers.ts';
import { missingForA4, startA4Printer } from '#fixtures/simulators/a4-ipp/start.ts';
import { startDeviceHost } from '../devices/device-host-client.ts';
import { systemClock } from '../main/system-clock.ts';
import { makePdf } from './make-pdf.ts';
import { documentsOf } from './print-documents.ts';

let folder: string;
const closing: (() => Promise<void>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-proof-'));
});
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
  await rm(folder, { recursive: true });
});

const missing = missingForA4();
describe.skipIf(missing !== null)(`an A4 printer${missing === null ? '' : ` (not run: ${missing})`}`, () => {
  test('prints a proof byte for byte; an empty tray is told, and nothing is printed later', async () => {
    const sim = await startA4Printer({ folder });
    closing.push(() => sim.close());
    const devices = [
      { id: 'receipt', class: 'Printer', model: 'receipt-escpos', path: path.join(folder, 'no-receipts') },
      { id: 'pages', class: 'Printer', model: 'a4-ipp', address: sim.address },
    ].map((device) => DeviceConfig.parse(device));
    const log = (): void => undefined;
    const host = await startDeviceHost({ devices, clock: systemClock, log });
    closing.push(() => host.close());
    host.claim(SessionId.parse(crypto.randomUUID()));
    const documents = documentsOf({ devices, port: host.port, clock: systemClock, log });
    if (documents === null) throw new Error('no printer of pages');

    const limit = { timeoutMs: 30_000 };
    expect(await documents.printDocument(PAYMENT_PROOF, limit)).toEqual({ outcome: 'printed', fault: null });
    const made = await makePdf(PAYMENT_PROOF, { rareSigns: '' });
    expect(sim.tray().map((page) => Buffer.from(page).equals(Buffer.from(made.ok ? made.value : '')))).toEqual([true]);

    await sim.behave({ 'media-empty': true });
    expect(await documents.printDocument(PAYMENT_PROOF, limit)).toEqual({ outcome: 'failed', fault: 'page.paperOut' });
    expect(sim.tray()).toHaveLength(1);
  });
});
