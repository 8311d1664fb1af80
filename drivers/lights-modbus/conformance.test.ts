/** The light board against everything that can go wrong on the line. */
import { expect, test } from 'vitest';
import { MODELS } from '#contract/devices/models.ts';
import { simulatedModbusLine } from '#fixtures/simulators/modbus/model.ts';
import { conformanceCases } from '../conformance/cases.ts';
import { faultIsHonest, type Subject, type SubjectCommand } from '../conformance/subject.ts';
import { shareLines } from '../transport/shared-line.ts';
import { lightsModbus } from './driver.ts';

const settings = MODELS.Lights['lights-modbus'].settings.parse({
  lights: { cardReader: { coil: 0 }, receiptPrinter: { coil: 1 }, statusGood: { register: 2 } },
});

interface Look {
  readonly coils: readonly number[];
  readonly registers: readonly number[];
}

const lit = (look: Look): string => [look.coils[0], look.coils[1], look.registers[2]].join();

const setLight: SubjectCommand = {
  command: 'setLight',
  payload: { position: 'cardReader', flashRate: 'continuous', colour: 'green' },
  timeoutMs: 10_000,
  async begin({ device, perform }) {
    await perform('allOff', {});
    return (completion) => {
      if (!completion.ok) return faultIsHonest(completion);
      const look = device.order({ do: 'look', unit: 1 }) as unknown as Look;
      return lit(look) === '1,0,0' ? 'right' : { wrong: `lit: ${lit(look)}` };
    };
  },
};

const allOff: SubjectCommand = {
  command: 'allOff',
  payload: {},
  timeoutMs: 10_000,
  async begin({ device, perform }) {
    await perform('setLight', { position: 'receiptPrinter', flashRate: 'continuous', colour: 'green' });
    await perform('setLight', { position: 'statusGood', flashRate: 'quick', colour: 'green' });
    return (completion) => {
      if (!completion.ok) return faultIsHonest(completion);
      const look = device.order({ do: 'look', unit: 1 }) as unknown as Look;
      return lit(look) === '0,0,0' ? 'right' : { wrong: `lit: ${lit(look)}` };
    };
  },
};

const subject: Subject = {
  model: 'lights-modbus',
  open: ({ cables, ...surroundings }) =>
    lightsModbus.open({
      ...surroundings,
      cables: { lines: shareLines(cables.bytes) },
      place: { path: '/wire' },
      settings,
    }),
  device: simulatedModbusLine,
  commands: [setLight, allOff],
  busy: { busy: true },
};

const whole = process.env['YEBAN_CONFORMANCE'] === 'whole';

test.each(conformanceCases(subject, { whole }))('$name', async ({ run }) => {
  expect(await run()).toEqual([]);
});
