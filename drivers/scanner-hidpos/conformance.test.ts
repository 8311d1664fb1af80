/** The HID scanner against everything that can go wrong on a bus of whole reports. */
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { CaseNumber } from '#contract/case-number.ts';
import { Scan } from '#contract/devices/barcode-reader.ts';
import { simulatedHidScanner } from '#fixtures/simulators/scanner-hidpos/model.ts';
import { conformanceCases } from '../conformance/cases.ts';
import { optionsFrom } from '../conformance/options.ts';
import { faultIsHonest, type Subject, type SubjectCommand } from '../conformance/subject.ts';
import { scannerHidpos } from './driver.ts';

/** Its own check digits tell whoever reads it what no report can. */
const TEXT = 'micro-centre-1-20261121-0001-71';
const SCAN = { symbology: 'qr', aimId: ']Q1', bytes: Buffer.from(TEXT).toString('base64'), text: TEXT };
const SHOWN = { do: 'show', code: { aimId: ']Q1', hex: Buffer.from(TEXT).toString('hex') } };
/** The citizen shows it when asked to, and again when nothing happens. */
const SHOWN_AFTER_MS = [500, 4_000, 8_000] as const;

/** By whoever asked for a case number: its check digits are wrong, or it is the same but for a hyphen or its kind. */
function isRefused(text: string): boolean {
  const letters = (of: string): string => of.replaceAll('-', '');
  return !CaseNumber.safeParse(text).success || letters(text) === letters(TEXT);
}

const read: SubjectCommand = {
  command: 'read',
  payload: {},
  timeoutMs: 20_000,
  begin({ device, clock }) {
    for (const ms of SHOWN_AFTER_MS) clock.after(ms, () => void device.order(SHOWN));
    return (completion) => {
      if (!completion.ok) return faultIsHonest(completion);
      if (isDeepStrictEqual(completion.value, SCAN)) return 'right';
      return isRefused(Scan.parse(completion.value).text ?? '') ? 'honest' : { wrong: 'another code' };
    };
  },
};

const subject: Subject = {
  model: 'scanner-hidpos',
  open: (surroundings) =>
    scannerHidpos.open({ ...surroundings, place: { path: '/dev/hidraw0' }, settings: { quietMs: 500 } }),
  device: simulatedHidScanner,
  settings: { maker: 'plain' },
  commands: [read],
  wholeReports: true,
  checksums: false,
  limits: {
    'the device falls silent for good': 'a scanner has nothing to say until somebody shows it a code',
  },
};

test.each(conformanceCases(subject, optionsFrom(process.env)))('$name', { timeout: 60_000 }, async ({ run }) => {
  expect(await run()).toEqual([]);
});
