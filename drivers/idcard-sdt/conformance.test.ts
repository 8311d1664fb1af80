/** The card reader against everything that can go wrong on its cable. */
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { resident, SAYS, unreadable } from '#fixtures/people/cards.ts';
import { simulatedReader } from '#fixtures/simulators/idcard-sdt/model.ts';
import { conformanceCases } from '../conformance/cases.ts';
import { optionsFrom } from '../conformance/options.ts';
import { faultIsHonest, type Subject, type SubjectCommand } from '../conformance/subject.ts';
import { idcardSdt } from './driver.ts';

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

/** A card that was read lies there and is taken away two seconds later. */
const awaitRemoval: SubjectCommand = {
  command: 'awaitRemoval',
  payload: {},
  timeoutMs: 20_000,
  begin({ device, clock }) {
    device.order({ do: 'lift' });
    let lies = true;
    device.order({ do: 'putDown', card: unreadable });
    clock.after(2_000, () => {
      device.order({ do: 'lift' });
      lies = false;
    });
    return (completion) => {
      if (!completion.ok) return faultIsHonest(completion);
      return lies ? { wrong: 'the card still lies there' } : 'right';
    };
  },
};

const subject: Subject = {
  model: 'idcard-sdt',
  open: (surroundings) => idcardSdt.open({ ...surroundings, place: { path: '/wire' }, settings: { baudRate: 115200 } }),
  device: simulatedReader,
  commands: [read, awaitRemoval],
  busy: { busy: true },
  waits: { command: 'read', payload: {} },
};

const options = optionsFrom(process.env);

test.each(conformanceCases(subject, options))('$name', async ({ run }) => {
  expect(await run()).toEqual([]);
});
