/** The chip card reader against everything that can go wrong between a computer, a reader and a card. */
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { DEMO_CARDS, DEMO_RECIPE, DEMO_SAYS } from '#fixtures/people/chip-cards.ts';
import { simulatedChipReader } from '#fixtures/simulators/chipcard-pcsc/model.ts';
import { conformanceCases } from '../conformance/cases.ts';
import { DAMAGE } from '../conformance/misbehaviours/damage.ts';
import { optionsFrom } from '../conformance/options.ts';
import { faultIsHonest, type Subject, type SubjectCommand } from '../conformance/subject.ts';
import { chipcardPcsc } from './driver.ts';

const READ = { command: 'readChip', payload: { recipe: 'demo-card' } } as const;
const Look = z.object({ empty: z.boolean(), powered: z.boolean() });

const read: SubjectCommand = {
  ...READ,
  timeoutMs: 20_000,
  begin({ device }) {
    device.order({ do: 'pull' });
    device.order({ do: 'insert', card: DEMO_CARDS.resident });
    return (completion) => {
      if (!completion.ok) return faultIsHonest(completion);
      return isDeepStrictEqual(completion.value, DEMO_SAYS.resident) ? 'right' : { wrong: 'another card' };
    };
  },
};

const awaitRemoval: SubjectCommand = {
  command: 'awaitRemoval',
  payload: {},
  timeoutMs: 20_000,
  begin({ device, clock }) {
    device.order({ do: 'insert', card: DEMO_CARDS.resident });
    clock.after(700, () => device.order({ do: 'pull' }));
    return (completion) => {
      if (!completion.ok) return faultIsHonest(completion);
      return Look.parse(device.order({ do: 'look' })).empty ? 'right' : { wrong: 'gone, and it is still there' };
    };
  },
};

/** Between the card and us are the parity and checksums of T=0 and T=1, USB's, and a socket of the same machine. */
const GUARDED_BELOW = 'what is damaged on the way is repeated below PC/SC: an application never sees it';

const subject: Subject = {
  model: 'chipcard-pcsc',
  open: (surroundings) =>
    chipcardPcsc.open({
      ...surroundings,
      place: { address: 'pcsc:reader' },
      settings: { recipes: { 'demo-card': DEMO_RECIPE }, allowUnverified: false },
    }),
  device: simulatedChipReader,
  commands: [read, awaitRemoval],
  waits: READ,
  busy: { taken: true },
  wholeReports: true,
  unguarded: true,
  checksums: false,
  limits: Object.fromEntries(DAMAGE.map(({ name }) => [name, GUARDED_BELOW])),
};

test.each(conformanceCases(subject, optionsFrom(process.env)))('$name', async ({ run }) => {
  expect(await run()).toEqual([]);
});
