/** A card left behind on a reader that lost its power is found as if it were new: the next citizen must not get it. */
import { expect, test } from 'vitest';
import { hex } from '../conformance/bytes.ts';
import { longTerm, resident } from '#fixtures/people/cards.ts';
import type { SimCard } from '#fixtures/people/sim-card.ts';
import {
  fellSilent,
  forgetHolder,
  READER_AT_START,
  reconnected,
  step,
  type ReaderEvent,
  type ReaderState,
  type Step,
} from './machine.ts';

const answered = (answer: Extract<ReaderEvent, { kind: 'answered' }>['answer']): ReaderEvent => ({
  kind: 'answered',
  answer,
});
const textOf = ({ chip }: SimCard): ReaderEvent =>
  answered({ kind: 'text', text: hex(chip.kind === 'readable' ? chip.textBlock : '') });
const TEXT = textOf(resident);
const OTHER_TEXT = textOf(longTerm);
const FOUND = answered({ kind: 'found' });
const SELECTED = answered({ kind: 'selected' });
const NOT_FOUND = answered({ kind: 'refused', status: 0x80 });
const READ: ReaderEvent = { kind: 'begin', task: 'read' };
const AWAIT_REMOVAL: ReaderEvent = { kind: 'begin', task: 'awaitRemoval' };

interface Happened {
  readonly state: ReaderState;
  readonly next: Step['next'] | null;
  readonly told: readonly string[];
}

function happens(from: ReaderState, ...events: readonly ReaderEvent[]): Happened {
  return events.reduce<Happened>(
    ({ state, told }, event) => {
      const { tell = [], ...after } = step(state, event);
      return { ...after, told: [...told, ...tell.map(({ name }) => name)] };
    },
    { state: from, next: null, told: [] },
  );
}

/** One citizen's card was read, and lies there still. */
const lying = happens(READER_AT_START, READ, FOUND, SELECTED, TEXT, SELECTED).state;

test.each([
  ['it was silent while the citizen before was here', forgetHolder(fellSilent(lying))],
  ['it was silent between the two', fellSilent(forgetHolder(lying))],
  ['it was silent when the next one asked', happens(forgetHolder(lying), READ, { kind: 'unanswered' }).state],
  ['its cable was away', reconnected(forgetHolder(lying))],
])('%s: the card left behind is as good as none until it is lifted, another card is read', (_, state) => {
  const first = happens(state, READ, FOUND, SELECTED, TEXT);
  expect(first).toMatchObject({ next: { kind: 'rest' }, told: [], state: { lying: 'earlier' } });
  const lifted = happens(first.state, { kind: 'rested' }, NOT_FOUND, { kind: 'rested' }, FOUND, SELECTED, TEXT);
  expect(lifted.state.lying).toBe('ours');
  expect(happens(state, READ, FOUND, SELECTED, OTHER_TEXT).state.lying).toBe('ours');
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
