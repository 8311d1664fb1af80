/** The power supply against everything that can go wrong on its cable. */
import { expect, test } from 'vitest';
import { simulatedUps } from '#fixtures/simulators/ups-megatec/model.ts';
import { conformanceCases } from '../conformance/cases.ts';
import type { Subject } from '../conformance/subject.ts';
import { upsMegatec } from './driver.ts';

const subject: Subject = {
  model: 'ups-megatec',
  open: (surroundings) => upsMegatec.open({ ...surroundings, place: { path: '/wire' }, settings: { baudRate: 2400 } }),
  device: simulatedUps,
  commands: [],
};

const whole = process.env['YEBAN_CONFORMANCE'] === 'whole';

test.each(conformanceCases(subject, { whole }))('$name', async ({ run }) => {
  expect(await run()).toEqual([]);
});
