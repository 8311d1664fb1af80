/** The board with contacts against everything that can go wrong on the line. */
import { expect, test } from 'vitest';
import { MODELS } from '#contract/devices/models.ts';
import { simulatedModbusLine } from '#fixtures/simulators/modbus/model.ts';
import { conformanceCases } from '../conformance/cases.ts';
import { type Subject } from '../conformance/subject.ts';
import { shareLines } from '../transport/shared-line.ts';
import { ioModbus } from './driver.ts';

const settings = MODELS.Auxiliaries['io-modbus'].settings.parse({
  unit: 2,
  door: { address: 0 },
  presence: { read: 'register', address: 3 },
});

const subject: Subject = {
  model: 'io-modbus',
  open: ({ cables, ...surroundings }) =>
    ioModbus.open({ ...surroundings, cables: { lines: shareLines(cables.bytes) }, place: { path: '/wire' }, settings }),
  device: simulatedModbusLine,
  commands: [],
  busy: { busy: true },
};

const whole = process.env['YEBAN_CONFORMANCE'] === 'whole';

test.each(conformanceCases(subject, { whole }))('$name', async ({ run }) => {
  expect(await run()).toEqual([]);
});
