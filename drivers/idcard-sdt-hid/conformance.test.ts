/** The card reader on HID against everything that can go wrong on a bus of whole reports. */
import { expect, test } from 'vitest';
import { cardSubject } from '#fixtures/people/card-subject.ts';
import { simulatedHidReader } from '#fixtures/simulators/idcard-sdt-hid/model.ts';
import { conformanceCases } from '../conformance/cases.ts';
import { optionsFrom } from '../conformance/options.ts';
import { idcardSdtHid } from './driver.ts';

const subject = cardSubject({
  model: 'idcard-sdt-hid',
  open: (surroundings) =>
    idcardSdtHid.open({ ...surroundings, place: { usb: { vendorId: '0400', productId: 'c35a' } }, settings: {} }),
  device: simulatedHidReader,
  wholeReports: true,
});

test.each(conformanceCases(subject, optionsFrom(process.env)))('$name', async ({ run }) => {
  expect(await run()).toEqual([]);
});
