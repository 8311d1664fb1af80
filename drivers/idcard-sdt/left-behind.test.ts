/** A card left behind on a reader that lost its power is found as if it were new: the next citizen must not get it. */
import { expect, test } from 'vitest';
import { hex } from '../conformance/bytes.ts';
import { resident } from '#fixtures/people/cards.ts';
import {
  fellSilent,
  forgetHolder,
  READER_AT_START,
  reconnected,
  step,
  type Next,
  type ReaderEvent,
  type ReaderState,
} from './machine.ts';

const TEXT = hex(resident.chip.kind === 'readable' ? resident.chip.textBlock : '');
const answered = (answer: Extract<ReaderEvent, { kind: 'answered' }>['answer']): ReaderEvent => ({
  kind: 'answered',
  answer,
});
const FOUND = answered({ kind: 'found' });
const SELECTED = answered({ kind: 'selected' });
const NOT_FOUND = answered({ kind: 'refused', status: 0x80 });
const READ: ReaderEvent = { kind: 'begin', task: 'read' };
const AWAIT_REMOVAL: ReaderEvent = { kind: 'begin', task: 'awaitRemoval' };

function happens(from: ReaderState, ...events: readonly ReaderEvent[]): { state: ReaderState; next: Next | null } {
  return events.reduce<{ state: ReaderState; next: Next | null }>(({ state }, event) => step(state, event), {
    state: from,
    next: null,
  });
}

/** One citizen's card was read, and lies there still. */
const lying = happens(READER_AT_START, READ, FOUND, SELECTED, answered({ kind: 'text', text: TEXT }), SELECTED).state;

test.each([
  ['it was silent while the citizen before was here', forgetHolder(fellSilent(lying))],
  ['it was silent between the two', fellSilent(forgetHolder(lying))],
  ['it was silent when the next one asked', happens(forgetHolder(lying), READ, { kind: 'unanswered' }).state],
  ['its cable was away', reconnected(forgetHolder(lying))],
])('%s: the card is only taken once the reader was seen empty', (_, state) => {
  const before = happens(state, READ, FOUND);
  expect(before.next).toMatchObject({ kind: 'rest' });
  const still = happens(before.state, { kind: 'rested' }, FOUND);
  expect(still.next).toMatchObject({ kind: 'rest' });
  const lifted = happens(still.state, { kind: 'rested' }, NOT_FOUND, { kind: 'rested' }, FOUND);
  expect(lifted.next).toEqual({ kind: 'ask', command: 'select' });
});

test('a reader that never was silent finds only new cards: the next citizen’s is taken at once', () => {
  expect(happens(forgetHolder(lying), READ, FOUND).next).toEqual({ kind: 'ask', command: 'select' });
});

test('the same citizen gets the own card again, whatever became of the reader', () => {
  const again = happens(reconnected(lying), READ, NOT_FOUND, NOT_FOUND, FOUND);
  expect(again.next).toEqual({ kind: 'ask', command: 'select' });
});

test('removal is not claimed of a reader that may have forgotten the card', () => {
  expect(happens(lying, AWAIT_REMOVAL).next).toEqual({ kind: 'ask', command: 'select' });
  expect(happens(fellSilent(lying), AWAIT_REMOVAL).next).toMatchObject({
    kind: 'complete',
    completion: { ok: false, fault: { completion: 'unsupportedCommand' } },
  });
});
