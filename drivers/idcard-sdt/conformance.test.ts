/** The card reader against everything that can go wrong on its cable. */
import { expect, test } from 'vitest';
import { cardSubject } from '#fixtures/people/card-subject.ts';
import { simulatedReader } from '#fixtures/simulators/idcard-sdt/model.ts';
import { conformanceCases } from '../conformance/cases.ts';
import { optionsFrom } from '../conformance/options.ts';
import { idcardSdt } from './driver.ts';

const subject = cardSubject({
  model: 'idcard-sdt',
  open: (surroundings) => idcardSdt.open({ ...surroundings, place: { path: '/wire' }, settings: { baudRate: 115200 } }),
  device: simulatedReader,
});

test.each(conformanceCases(subject, optionsFrom(process.env)))('$name', async ({ run }) => {
  expect(await run()).toEqual([]);
});
