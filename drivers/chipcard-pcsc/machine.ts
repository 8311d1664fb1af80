/** The chip card reader as a pure reducer: wait for a card, give it power, go through the recipe, watch whether it is pulled out. */
import type { CardReaderEvent, ChipCard } from '#contract/devices/card-reader.ts';
import type { ChipRecipe } from '#contract/devices/chip-recipe.ts';
import type { Completion } from '#contract/devices/completion.ts';
import { fail, ok } from '#contract/result.ts';
import { SLOT_ERROR, type SlotQuestion, type SlotReply } from '../ccid/messages.ts';
import { joined } from '../link/framer.ts';
import type { Ending } from '../service/run-machine.ts';
import { CANCELED, LOST } from '../service/run.ts';
import { commandOf, getResponse, readAnswer, withLength } from './apdu.ts';
import { chipFaults } from './faults.ts';
import { readField } from './fields.ts';
import type { Doing, Reading, SlotEvent, SlotState, Step } from './state.ts';

/** A reader tells by itself that a card came or went; should that get lost, we look. */
export const LOOK_AGAIN_MS = 2_000;
/** A card whose contacts are dirty, or that another program is just looking at, is tried so often. */
const TRIES = 3;
const TRY_AGAIN_MS = 300;
/** A card that answers 61 or 6C again and again leads nowhere. */
const DETOURS = 8;

const INSERTED = { name: 'mediaInserted' satisfies CardReaderEvent };
const REMOVED = { name: 'mediaRemoved' satisfies CardReaderEvent };

export function step(state: SlotState, event: SlotEvent | Ending): Step {
  if (event.kind === 'lost') return complete({ ...state, powered: false }, fail(LOST));
  if (event.kind === 'ended') return complete(state, fail(CANCELED));
  if (event.kind === 'begin') return look({ ...state, task: event.task, inserted: false, failures: 0 });
  if (event.kind === 'rested') return look(state);
  if (event.kind === 'unanswered') return complete(state, fail(chipFaults.silent));
  return answered(state, event.reply);
}

function answered(state: SlotState, reply: SlotReply): Step {
  const { doing, task } = state;
  if (reply.card === 'absent') return gone(state);
  switch (doing.kind) {
    case 'looking':
      if (task.kind === 'awaitRemoval' || state.lying === 'earlier') return rest(state, LOOK_AGAIN_MS);
      return power({ ...state, inserted: true }, state.inserted ? [] : [INSERTED]);
    case 'powering':
      if (reply.error !== null) return failing(state, reply.error);
      return talk(state, 0, {});
    case 'talking':
      if (reply.error !== null)
        return ask({ ...state, doing: { kind: 'lookingForCard', error: reply.error } }, 'slotStatus');
      return heard(state, doing, reply.data);
    case 'lookingForCard':
      return failing(state, doing.error);
    default:
      throw new Error(`a reader that is ${doing.kind} can't have an answer`);
  }
}

/** Nothing in the slot: what one waits for, or what must not be. */
function gone(before: SlotState): Step {
  const state: SlotState = { ...before, lying: 'no', powered: false };
  if (state.task.kind === 'awaitRemoval') return { ...complete(state, ok(null)), tell: [REMOVED] };
  if (state.doing.kind === 'looking' && !state.inserted) return rest(state, LOOK_AGAIN_MS);
  return { ...complete(state, fail(chipFaults.pulled)), tell: [REMOVED] };
}

function failing(state: SlotState, error: number): Step {
  const failures = state.failures + 1;
  if (failures < TRIES) return rest({ ...state, failures }, TRY_AGAIN_MS);
  return complete(state, fail(error === SLOT_ERROR.busy ? chipFaults.taken : chipFaults.reader(error)));
}

function heard(state: SlotState, reading: Reading, bytes: Uint8Array): Step {
  const answer = readAnswer(bytes);
  if (answer === null) return failing(state, SLOT_ERROR.hardware);
  const { step: at, command, data, detours } = reading;
  switch (answer.kind) {
    case 'more':
    case 'wrongLength': {
      if (detours >= DETOURS) return failing(state, SLOT_ERROR.hardware);
      const next = answer.kind === 'more' ? getResponse(answer.length) : withLength(command, answer.length);
      const more = answer.kind === 'more' ? joined(data, answer.data) : data;
      return transmit(state, { ...reading, command: next, data: more, detours: detours + 1 });
    }
    case 'refused': {
      const other = recipeOf(state).steps[at]?.do === 'selectApplication';
      return complete(state, fail(other ? chipFaults.otherCard(answer.status) : chipFaults.refused(answer.status, at)));
    }
    case 'done':
      return stepDone(state, reading, joined(data, answer.data));
  }
}

function stepDone(state: SlotState, { step: at, fields: before }: Reading, data: Uint8Array): Step {
  const done = recipeOf(state).steps[at];
  const fields: Record<string, string> = { ...before };
  for (const field of done !== undefined && 'fields' in done ? done.fields : []) {
    const read = readField(field, data);
    if (!read.ok) return complete(state, fail(chipFaults.untrue(read.fault)));
    fields[field.name] = read.value;
  }
  return talk(state, at + 1, fields);
}

function talk(state: SlotState, at: number, fields: Reading['fields']): Step {
  const { task } = state;
  const next = recipeOf(state).steps[at];
  if (next === undefined) return complete(state, ok({ recipe: task.kind === 'read' ? task.name : '', fields }));
  return transmit(state, { step: at, command: commandOf(next), data: new Uint8Array(0), detours: 0, fields });
}

function transmit(state: SlotState, reading: Reading): Step {
  const doing: Doing = { kind: 'talking', ...reading };
  return { state: { ...state, doing }, next: { kind: 'ask', question: { kind: 'transmit', apdu: reading.command } } };
}

function recipeOf({ task }: SlotState): ChipRecipe {
  if (task.kind !== 'read') throw new Error('only reading has a recipe');
  return task.recipe;
}

function look(state: SlotState): Step {
  return ask({ ...state, doing: { kind: 'looking' } }, 'slotStatus');
}

function power(state: SlotState, tell: NonNullable<Step['tell']>): Step {
  // From here on it may have power, whatever comes of the question, and has shown itself to this holder.
  const powering: SlotState = { ...state, doing: { kind: 'powering' }, lying: 'ours', powered: true };
  return { ...ask(powering, 'powerOn'), tell };
}

function ask(state: SlotState, kind: Exclude<SlotQuestion['kind'], 'transmit'>): Step {
  return { state, next: { kind: 'ask', question: { kind } } };
}

function rest(state: SlotState, ms: number): Step {
  return { state: { ...state, doing: { kind: 'waiting' } }, next: { kind: 'rest', ms } };
}

/** Idle holds nothing of a card: what was read lives with the caller alone. */
function complete(state: SlotState, completion: Completion<ChipCard | null>): Step {
  return { state: { ...state, doing: { kind: 'idle' } }, next: { kind: 'complete', completion } };
}
