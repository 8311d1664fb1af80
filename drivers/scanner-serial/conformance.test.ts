/** The serial scanner against what can go wrong on its cable; its line has no checksum, so damage is not asked about. */
import { expect, test } from 'vitest';
import { Scan } from '#contract/devices/barcode-reader.ts';
import { simulatedScanner } from '#fixtures/simulators/scanner-serial/model.ts';
import { conformanceCases } from '../conformance/cases.ts';
import { optionsFrom } from '../conformance/options.ts';
import { faultIsHonest, type Subject, type SubjectCommand } from '../conformance/subject.ts';
import { scannerSerial } from './driver.ts';

const CODE = 'https://example.invalid/办件?编号=WS-1';

/** Somebody shows a code half a second after the citizen was asked for it. */
const read: SubjectCommand = {
  command: 'read',
  payload: {},
  timeoutMs: 10_000,
  begin({ device, clock }) {
    const hex = Buffer.from(CODE, 'utf8').toString('hex');
    clock.after(500, () => device.order({ do: 'show', code: { aimId: ']Q1', hex } }));
    return (completion) => {
      if (!completion.ok) return faultIsHonest(completion);
      return Scan.parse(completion.value).text === CODE ? 'right' : { wrong: 'another code' };
    };
  },
};

const MUTE = 'a scanner is never asked anything: one that is silent is like one that nobody shows a code';

const subject: Subject = {
  model: 'scanner-serial',
  open: (surroundings) =>
    scannerSerial.open({
      ...surroundings,
      place: { path: '/wire' },
      settings: { baudRate: 9600, prefix: '', suffix: '\r', aimIds: false, quietMs: 60 },
    }),
  device: simulatedScanner,
  commands: [read],
  waits: { command: 'read', payload: {} },
  unguarded: true,
  limits: {
    'the device falls silent for good': MUTE,
    'the device loses its power when it is asked, for good': MUTE,
  },
};

test.each(conformanceCases(subject, optionsFrom(process.env)))('$name', async ({ run }) => {
  expect(await run()).toEqual([]);
});
