/** Prints papers on the kiosk's A4 printer: made in a thread, handed to the device once, and never a second time. */
import type { Clock } from '#contract/clock.ts';
import { createHash, randomInt } from 'node:crypto';
import { z } from 'zod';
import type { DeviceConfig } from '#contract/config.ts';
import type { DevicePort } from '#contract/devices/classes.ts';
import type { Completion } from '#contract/devices/completion.ts';
import { modelHas, RARE_SIGNS_FILE } from '#contract/devices/models.ts';
import { outcomeAfter, type PrintResult } from '#contract/devices/printer.ts';
import { withinGrace } from '#contract/devices/within-grace.ts';
import type { DocumentPort, PrintedPaper } from '#contract/document-port.ts';
import type { Log } from '#contract/log.ts';
import { factsOf } from '#contract/paper.ts';
import { makeVerifyCode } from '#contract/verify-code.ts';
import { makeInThread } from './make-in-thread.ts';

export interface KioskDocumentsOptions extends Pick<PrintDocumentsOptions, 'clock' | 'log'> {
  readonly devices: readonly DeviceConfig[];
  readonly port: (deviceClass: 'Printer', command: 'printDocument') => DevicePort<'Printer'> | null;
}

/** Null where the kiosk has no printer of pages. */
export function documentsOf({ devices, port, clock, log }: KioskDocumentsOptions): DocumentPort | null {
  const printer = port('Printer', 'printDocument');
  if (printer === null) return null;
  const device = devices.find(({ model }) => modelHas('Printer', model, 'printDocument'));
  const rareSigns = RareSignsSetting.parse(device?.settings).rareSigns;
  return printDocuments({ printer, rareSigns, clock, log });
}

/** Checked already when kiosk.yaml was read; here it gets its type back. */
const RareSignsSetting = z.looseObject({ rareSigns: z.string().default(RARE_SIGNS_FILE) }).prefault({});

export interface PrintDocumentsOptions {
  readonly printer: DevicePort<'Printer'>;
  /** A bitmap font in Unifont's `.hex` form. */
  readonly rareSigns: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly make?: typeof makeInThread;
}

export function printDocuments({
  printer,
  rareSigns,
  clock,
  log,
  make = makeInThread,
}: PrintDocumentsOptions): DocumentPort {
  return {
    newCode: () => makeVerifyCode(randomInt),
    mark: (code, document) => createHash('sha256').update(factsOf(code, document)).digest('hex'),
    printDocument: async (document, { timeoutMs }) => {
      const end = clock.monotonic() + timeoutMs;
      const made = await make(document, { rareSigns, timeoutMs, clock, log });
      if (!made.ok) return { outcome: 'failed', fault: made.fault };
      const left = Math.floor(end - clock.monotonic());
      // Nothing was sent yet: that is certain.
      if (left <= 0) return { outcome: 'failed', fault: 'page.notMade' };
      const pdf = Buffer.from(made.value).toString('base64');
      const printing = printer.execute('printDocument', { pdf, copies: 1, duplex: false }, { timeoutMs: left });
      return printedOf(await withinGrace(clock, left, printing));
    },
  };
}

function printedOf(completion: Completion<PrintResult>): PrintedPaper {
  if (!completion.ok) return { outcome: outcomeAfter(completion.fault), fault: completion.fault.code };
  const { outcome, paper } = completion.value;
  return { outcome, fault: outcome === 'failed' && paper === 'out' ? 'page.paperOut' : null };
}
