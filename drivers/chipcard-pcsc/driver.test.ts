/** The chip card reader in memory, with a clock in hand: what a citizen's card, hand and haste come to. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { DeviceFault } from '#contract/devices/completion.ts';
import { DEMO_CARDS, DEMO_RECIPE, DEMO_SAYS, SOCIAL_SECURITY_CARD } from '#fixtures/people/chip-cards.ts';
import { SAYS } from '#fixtures/people/cards.ts';
import type { SimulatedCard } from '#fixtures/simulators/chipcard-pcsc/messages.ts';
import { simulatedChipReader } from '#fixtures/simulators/chipcard-pcsc/model.ts';
import { setStage } from '../conformance/stage.ts';
import { pass, within } from '../conformance/suite-clock.ts';
import { recordTap, type Passage } from '../tap/record.ts';
import { chipcardPcsc } from './driver.ts';

type Switches = Readonly<Record<string, boolean | number>>;

function reader({ allowUnverified = false } = {}) {
  const passages: Passage[] = [];
  const stage = setStage(
    {
      model: 'chipcard-pcsc',
      device: simulatedChipReader,
      commands: [],
      open: (surroundings) =>
        chipcardPcsc.open({
          ...surroundings,
          place: { address: 'pcsc:reader' },
          settings: { recipes: { 'demo-card': DEMO_RECIPE }, allowUnverified },
        }),
    },
    ({ clock }) => recordTap(clock, (passage) => passages.push({ ...passage, bytes: passage.bytes.slice() })),
  );
  const { device, driver, clock } = stage;
  return {
    ...stage,
    passages,
    insert: (card: SimulatedCard) => device.order({ do: 'insert', card }),
    pull: () => device.order({ do: 'pull' }),
    behave: (behaviour: Switches) => device.behave(behaviour),
    async read({ recipe = 'demo-card', timeoutMs = 10_000, events = [] as string[] } = {}) {
      const options = { timeoutMs, onEvent: (event: string) => void events.push(event) };
      return within(clock, timeoutMs + 5_000, driver.perform('readChip', { recipe }, options));
    },
  };
}

const fault = (code: DeviceFault['code'], more: object = {}) => ({ ok: false, fault: { code, ...more } });

describe('a card', () => {
  test('is read as soon as it is pushed in, and then has no power', async () => {
    const { insert, read, clock, device } = reader();
    clock.after(4_000, () => insert(DEMO_CARDS.resident));
    const events: string[] = [];
    expect(await read({ events })).toEqual({ ok: true, value: DEMO_SAYS.resident });
    expect(events).toEqual(['mediaInserted']);
    expect(clock.now()).toBeLessThan(4_100);
    await pass(clock, 10);
    expect(device.order({ do: 'look' })).toEqual({ empty: false, powered: false });
  });

  test('of the T=0 kind says 61 and 6C, and is read all the same', async () => {
    const { insert, read, behave } = reader();
    behave({ detours: true });
    insert(DEMO_CARDS.longTerm);
    expect(await read()).toEqual({ ok: true, value: DEMO_SAYS.longTerm });
  });

  test('that is pulled out in the middle is pulled out', async () => {
    const { insert, read, behave } = reader();
    behave({ 'pull-while-reading': true });
    insert(DEMO_CARDS.resident);
    const events: string[] = [];
    expect(await read({ events })).toMatchObject(fault('chip.pulled', { completion: 'userError' }));
    expect(events).toEqual(['mediaInserted', 'mediaRemoved']);
  });

  test.each<[string, Switches, object]>([
    [
      'the wrong way round does not answer',
      { mute: true },
      fault('chip.unreadable', { detail: 'the card does not answer: wrong way round?' }),
    ],
    ['that another program has is busy', { taken: true }, fault('device.busy')],
    [
      'that lets nobody read says so',
      { locked: true },
      fault('chip.unreadable', { detail: 'SW 6982 at step 3 of the recipe' }),
    ],
  ])('%s', async (_, behaviour, expected) => {
    const { insert, read, behave } = reader();
    behave(behaviour);
    insert(DEMO_CARDS.resident);
    expect(await read()).toMatchObject(expected);
    behave({ mute: false, taken: false, locked: false });
    expect(await read()).toEqual({ ok: true, value: DEMO_SAYS.resident });
  });

  test('of another kind is another card', async () => {
    const { insert, read } = reader();
    insert(SOCIAL_SECURITY_CARD);
    expect(await read()).toMatchObject(fault('chip.otherCard', { detail: 'SW 6A82 to the application' }));
  });

  test('whose number cannot be one is unreadable, and its number stays untold', async () => {
    const { insert, read } = reader();
    const { EF01, EF02 } = DEMO_CARDS.resident.files;
    const other = SAYS.resident.idNumber.replace(/.$/, (last) => (last === '1' ? '2' : '1'));
    const ascii = (text: string): string => Buffer.from(text).toString('hex').toUpperCase();
    insert({
      ...DEMO_CARDS.resident,
      files: { EF01: EF01.replace(ascii(SAYS.resident.idNumber), ascii(other)), EF02 },
    });
    expect(await read()).toEqual(
      fault('chip.unreadable', { completion: 'commandErrorCode', detail: 'not plausible: idNumber' }),
    );
  });

  test('of the citizen before is none for the next one, until it was pulled out', async () => {
    const { insert, pull, read, driver, clock } = reader();
    insert(DEMO_CARDS.resident);
    await read();
    driver.claimed();
    expect(await read()).toMatchObject(fault('chip.absent', { completion: 'timeOut' }));
    clock.after(1_000, pull);
    clock.after(2_000, () => insert(DEMO_CARDS.longTerm));
    expect(await read()).toEqual({ ok: true, value: DEMO_SAYS.longTerm });
  });
});

describe('a recipe', () => {
  test('that nobody knows is named with those that are known', async () => {
    const { read } = reader();
    expect(await read({ recipe: 'library-card' })).toMatchObject(
      fault('device.protocol', { detail: 'no recipe "library-card"; known: social-security, demo-card' }),
    );
  });

  test('that was never compared with a real card needs a decision, and the status says so', async () => {
    const careful = reader();
    careful.insert(SOCIAL_SECURITY_CARD);
    expect(await careful.read({ recipe: 'social-security' })).toMatchObject(
      fault('device.protocol', { completion: 'unsupportedCommand' }),
    );
    await pass(careful.clock, 10);
    expect(careful.driver.status().values['recipes']?.value).toBe('verified');

    const bold = reader({ allowUnverified: true });
    bold.insert(SOCIAL_SECURITY_CARD);
    expect(await bold.read({ recipe: 'social-security' })).toEqual({
      ok: true,
      value: {
        recipe: 'social-security',
        fields: { cardNumber: '9X0000001', idNumber: SAYS.resident.idNumber, name: SAYS.resident.name },
      },
    });
    expect(bold.driver.status().values['recipes']?.value).toBe('unverified');
  });
});

describe('the reader', () => {
  test('that falls silent is unknown, not empty', async () => {
    const { read, behave, driver, clock } = reader();
    await pass(clock, 10);
    expect(driver.status()).toMatchObject({ state: 'online', values: { card: { value: 'notPresent' } } });
    behave({ 'power-cut': true });
    expect(await read()).toMatchObject(fault('chip.readerTrouble'));
    expect(driver.status()).toMatchObject({ state: 'unknown', values: { card: { value: 'unknown' } } });
  });

  test('tells of cards while nobody reads', async () => {
    const { insert, pull, driver, clock } = reader();
    await pass(clock, 10);
    insert(DEMO_CARDS.resident);
    await pass(clock, 10);
    expect(driver.status().values['card']).toMatchObject({ value: 'present', source: 'unsolicited' });
    pull();
    await pass(clock, 10);
    expect(driver.status().values['card']?.value).toBe('notPresent');
  });

  test('leaves a card to other programs when a citizen gives up', async () => {
    const { insert, behave, driver, device, clock } = reader();
    behave({ late: 3_000 });
    insert(DEMO_CARDS.resident);
    const giveUp = new AbortController();
    clock.after(1_000, () => giveUp.abort());
    const options = { timeoutMs: 20_000, cancelled: giveUp.signal };
    const ended = await within(clock, 20_000, driver.perform('readChip', { recipe: 'demo-card' }, options));
    expect(ended).toMatchObject(fault('device.canceled'));
    expect(clock.now()).toBe(1_000);
    await pass(clock, 10);
    expect(device.order({ do: 'look' })).toEqual({ empty: false, powered: false });
  });

  test('counts cards, and its trace says nothing of what they say', async () => {
    const { insert, read, driver, clock, passages } = reader();
    insert(DEMO_CARDS.resident);
    await read();
    await pass(clock, 10);
    expect(await driver.perform('statistics', {}, { timeoutMs: 1_000 })).toMatchObject({
      value: { commands: 1, faults: 0, counted: { cards: 1 } },
    });
    const narrator = chipcardPcsc.narrate({ recipes: {}, allowUnverified: false });
    const words = passages.flatMap((passage) => narrator.hear(passage)).map(({ words: told }) => told);
    expect(words.map(({ en }) => en)).toEqual(
      expect.arrayContaining([
        'is there a card?',
        'a card, without power',
        'give the card power, for us alone',
        'the card has answered',
        "the card's status 9000, 56 bytes, not shown",
        'take the power from the card',
      ]),
    );
    const all = z.string().parse(JSON.stringify(words));
    for (const secret of Object.values(DEMO_SAYS.resident.fields)) expect(all).not.toContain(secret);
  });
});
