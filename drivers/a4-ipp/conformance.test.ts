/** The A4 printer against everything that can go wrong on the network: what it says of a document is true of the tray. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { PrintResult } from '#contract/devices/printer.ts';
import { simulatedA4Printer } from '#fixtures/simulators/a4-ipp/model.ts';
import { conformanceCases } from '../conformance/cases.ts';
import { optionsFrom } from '../conformance/options.ts';
import { faultIsHonest, type Subject, type SubjectCommand } from '../conformance/subject.ts';
import { a4Ipp } from './driver.ts';

const DOCUMENT = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n');

const print: SubjectCommand = {
  command: 'printDocument',
  payload: { pdf: DOCUMENT.toString('base64'), copies: 1, duplex: false },
  timeoutMs: 30_000,
  begin({ device }) {
    device.order({ do: 'empty' });
    return (completion) => {
      const tray = z.array(z.string()).parse(device.order({ do: 'tray' }));
      if (tray.length > 1) return { wrong: `printed ${tray.length} times` };
      if (!completion.ok) {
        if (tray.length > 0) return { wrong: 'a fault says that nothing was sent, and this came out' };
        return faultIsHonest(completion);
      }
      const { outcome } = PrintResult.parse(completion.value);
      if (outcome === 'printed')
        return tray[0] === DOCUMENT.toString('hex') ? 'right' : { wrong: `printed? ${tray.length} in the tray` };
      return outcome === 'failed' && tray.length > 0 ? { wrong: 'failed, and something came out' } : 'honest';
    };
  },
};

const subject: Subject = {
  model: 'a4-ipp',
  open: (surroundings) =>
    a4Ipp.open({ ...surroundings, place: { address: 'ipp://127.0.0.1/ipp/print' }, settings: {} }),
  device: simulatedA4Printer,
  commands: [print],
  busy: { busy: true },
  wholeReports: true,
  checksums: false,
};

test.each(conformanceCases(subject, optionsFrom(process.env)))('$name', async ({ run }) => {
  expect(await run()).toEqual([]);
});
