/** The card reader on HID against everything that can go wrong on a bus of whole reports. */
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { resident, SAYS } from '#fixtures/people/cards.ts';
import { simulatedHidReader } from '#fixtures/simulators/idcard-sdt-hid/model.ts';
import { conformanceCases } from '../conformance/cases.ts';
import { optionsFrom } from '../conformance/options.ts';
import { faultIsHonest, type Subject, type SubjectCommand } from '../conformance/subject.ts';
import { idcardSdtHid } from './driver.ts';

const read: SubjectCommand = {
  command: 'read',
  payload: {},
  timeoutMs: 20_000,
  begin({ device }) {
    device.order({ do: 'lift' });
    device.order({ do: 'putDown', card: resident });
    return (completion) => {
      if (!completion.ok) return faultIsHonest(completion);
      return isDeepStrictEqual(completion.value, SAYS.resident) ? 'right' : { wrong: 'another card' };
    };
  },
};

const subject: Subject = {
  model: 'idcard-sdt-hid',
  open: (surroundings) =>
    idcardSdtHid.open({ ...surroundings, place: { usb: { vendorId: '0400', productId: 'c35a' } }, settings: {} }),
  device: simulatedHidReader,
  commands: [read],
  busy: { busy: true },
  wholeReports: true,
};

test.each(conformanceCases(subject, optionsFrom(process.env)))('$name', async ({ run }) => {
  expect(await run()).toEqual([]);
});
