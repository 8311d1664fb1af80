/** Chip cards in a PC/SC reader: carries out what its machine decides; the card is ours alone while it is read, and without power after. */
import type { ChipCard } from '#contract/devices/card-reader.ts';
import type { ChipRecipe } from '#contract/devices/chip-recipe.ts';
import type { Completion } from '#contract/devices/completion.ts';
import type { SettingsOf } from '#contract/devices/models.ts';
import { fail, ok } from '#contract/result.ts';
import type { SlotMessage, SlotQuestion, SlotReply } from '../ccid/messages.ts';
import { SLOT_ERROR } from '../ccid/messages.ts';
import { defineDriver } from '../define-driver.ts';
import type { Driver, DriverSurroundings } from '../driver.ts';
import { openLink, type Link, type LinkTrouble } from '../link/link.ts';
import { runMachine, type Ending } from '../service/run-machine.ts';
import { CANCELED, LOST, rest, type Run } from '../service/run.ts';
import { serveDevice } from '../service/serve-device.ts';
import { makeStatusBoard } from '../service/status-board.ts';
import type { Tally } from '../service/tally.ts';
import type { SlotCables } from '../transport/cables.ts';
import { slotAddress } from '../transport/slot-address.ts';
import { chipFaults } from './faults.ts';
import { step } from './machine.ts';
import { narrateSlot } from './narrate.ts';
import { slotFramer, slotQuestion } from './questions.ts';
import { RECIPES } from './recipes.table.ts';
import {
  forgetHolder,
  reconnected,
  SLOT_AT_START,
  type Deed,
  type SlotEvent,
  type SlotState,
  type Task,
} from './state.ts';

type Settings = SettingsOf<'CardReader', 'chipcard-pcsc'>;

export const chipcardPcsc = defineDriver({
  deviceClass: 'CardReader',
  model: 'chipcard-pcsc',
  narrate: narrateSlot,
  open: openReader,
});

interface Line {
  readonly link: Link<SlotMessage>;
  readonly tally: Tally;
  /** Wakes whoever rests: the reader said that a card came or went. */
  readonly news: { pending: boolean; wake: (() => void) | null };
}

function openReader(surroundings: DriverSurroundings<Settings, SlotCables>): Driver<'CardReader'> {
  const { clock, cables, place, settings } = surroundings;
  const recipes: Readonly<Record<string, ChipRecipe>> = { ...RECIPES, ...settings.recipes };
  const board = makeStatusBoard(clock, ['module', 'card', 'recipes']);
  // Where nobody may use an unverified one, all that can be used are verified.
  const trust = settings.allowUnverified ? 'unverified' : 'verified';
  let state: SlotState = SLOT_AT_START;
  let number = 0;

  const ask = async ({ link }: Line, question: SlotQuestion, run: Run) => {
    number = (number + 1) & 0xff;
    const answer = await link.ask(slotQuestion(question, number), run.signal);
    if (answer.ok) learn(answer.value);
    else if (answer.fault === 'silent' || answer.fault === 'stuck') board.lose('unknown');
    return answer;
  };
  const learn = ({ card, error }: SlotReply): void => {
    const broken = error === SLOT_ERROR.hardware;
    board.learn(broken ? 'hardwareError' : 'online', 'polled', {
      module: broken ? 'failed' : 'ok',
      card: card === 'absent' ? 'notPresent' : 'present',
      recipes: trust,
    });
  };
  const carryOut = async (line: Line, deed: Deed, run: Run): Promise<SlotEvent | Ending> => {
    if (deed.kind === 'rest') {
      await untilNews(line, deed.ms, run);
      return { kind: 'rested' };
    }
    const answer = await ask(line, deed.question, run);
    if (answer.ok) return { kind: 'answered', reply: answer.value };
    return answer.fault === 'lost' ? { kind: 'lost' } : { kind: 'unanswered' };
  };
  const untilNews = async ({ news }: Line, ms: number, run: Run): Promise<void> => {
    if (!news.pending) {
      const come = new AbortController();
      news.wake = () => come.abort();
      await rest(ms, clock, AbortSignal.any([run.signal, come.signal]));
      news.wake = null;
    }
    news.pending = false;
  };
  const perform = (line: Line, task: Task, run: Run): Promise<Completion<ChipCard | null>> =>
    runMachine({
      first: step(state, { kind: 'begin', task }),
      step,
      carryOut: (deed) => carryOut(line, deed, run),
      keep: (after) => {
        state = after;
      },
      run,
    });

  return serveDevice(
    {
      deviceClass: 'CardReader',
      board,
      open: () => cables.slots(slotAddress(place)),
      connect(wire, tally): Line {
        state = reconnected(state);
        const news: Line['news'] = { pending: false, wake: null };
        const link = openLink<SlotMessage>({
          transport: wire,
          framer: slotFramer,
          clock,
          tally,
          isDamaged: ({ kind }) => kind === 'damaged',
          onUnasked(message) {
            if (message.kind !== 'news') return;
            news.pending = true;
            news.wake?.();
            board.learn('online', 'unsolicited', { card: message.present ? 'present' : 'notPresent' });
          },
        });
        wire.onClosed(() => news.wake?.());
        return { link, tally, news };
      },
      async selfTest(line, run) {
        const answer = await ask(line, { kind: 'slotStatus' }, run);
        if (!answer.ok) return fail(faultOf(answer.fault));
        return answer.value.error === SLOT_ERROR.hardware ? fail(chipFaults.broken) : ok(null);
      },
      commands: {
        async readChip(line, { recipe: name }, run) {
          const recipe = Object.hasOwn(recipes, name) ? recipes[name] : undefined;
          if (recipe === undefined) return fail(chipFaults.noRecipe(name, Object.keys(recipes)));
          if (!recipe.verified && !settings.allowUnverified) return fail(chipFaults.unverified(name));
          const completion = await perform(line, { kind: 'read', name, recipe }, run);
          if (!completion.ok) return completion;
          if (completion.value === null) throw new Error('a card was read and none came out');
          line.tally.count('cards');
          return ok(completion.value);
        },
        async awaitRemoval(line, _payload, run) {
          const completion = await perform(line, { kind: 'awaitRemoval' }, run);
          return completion.ok ? ok(null) : completion;
        },
      },
      tend: {
        everyMs: () => (state.powered ? 0 : null),
        async turn(line, run) {
          await ask(line, { kind: 'powerOff' }, run);
          state = { ...state, powered: false };
        },
      },
      timedOut(command) {
        if (board.read().state !== 'online') return { ...chipFaults.silent, completion: 'timeOut' };
        return command === 'awaitRemoval' ? chipFaults.stillThere : chipFaults.absent;
      },
      claimed() {
        state = forgetHolder(state);
      },
    },
    surroundings,
  );
}

function faultOf(trouble: LinkTrouble) {
  if (trouble === 'lost') return LOST;
  return trouble === 'aborted' ? CANCELED : chipFaults.silent;
}
