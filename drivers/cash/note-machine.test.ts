/** The note machine alone, word by word: what it concludes, and above all what it doesn't. */
import { describe, expect, test } from 'vitest';
import { step, type NotesEvent } from './note-machine.ts';
import { mayForget, notesAtStart, taskBegun, type NotesState, type Task } from './note-state.ts';
import type { Step } from './note-steps.ts';
import type { NoteCondition } from './note-words.ts';

const VALUES = [100, 500, 1_000];
const STORE: Task = { kind: 'settle', order: 'stack', mark: 'life:1' };
const GIVE_BACK: Task = { kind: 'settle', order: 'giveBack', mark: 'life:1' };
const ESCROW: NoteCondition = { is: 'escrow', bill: 2 };
const STACKED: NoteCondition = { is: 'stacked', bill: 2 };
const IDLE: NoteCondition = { is: 'idle' };

const ready: NotesState = { ...notesAtStart('life', false), valuesFen: VALUES, enabled: [0, 1, 2], reconciled: true };

const says = (condition: NoteCondition, overheard: readonly NoteCondition[] = []): NotesEvent => ({
  kind: 'answered',
  answer: { kind: 'condition', condition },
  overheard,
});
const obeys: NotesEvent = { kind: 'answered', answer: { kind: 'done' }, overheard: [] };

/** Feeds it what it hears, and lets it rest where it wants to. */
function play(state: NotesState, task: Task, ...events: readonly NotesEvent[]): Step {
  let now = step(state, { kind: 'begin', task });
  for (const event of events) {
    if (now.next.kind === 'rest') now = step(now.state, { kind: 'rested' });
    now = step(now.state, event);
  }
  return now;
}

/** A note lies in escrow, and it was told. */
const offered = play(ready, { kind: 'accept' }, says({ is: 'accepting' }), says(ESCROW)).state;

describe('an order', () => {
  test('is given only for the note that lies there', () => {
    expect(play(offered, STORE, says(ESCROW)).next).toEqual({ kind: 'order', order: 'stack' });
    expect(play(offered, STORE, says({ is: 'escrow', bill: 1 })).next).toMatchObject({
      completion: { value: { place: 'returned' } },
    });
  });

  test('that was not heard is given again', () => {
    expect(play(offered, STORE, says(ESCROW), obeys, says(ESCROW)).next).toEqual({ kind: 'order', order: 'stack' });
  });

  test('to stack whose outcome never comes is in doubt, and not before its time', () => {
    const waiting = Array.from({ length: 79 }, () => says(IDLE));
    const soon = play(offered, STORE, says(ESCROW), obeys, { ...obeys }, ...waiting.slice(2));
    expect(soon.next).toMatchObject({ kind: 'rest' });
    const late = play(offered, STORE, says(ESCROW), obeys, ...waiting, says(IDLE));
    expect(late.next).toMatchObject({ completion: { value: { place: 'inDoubt' } } });
    expect(play(late.state, { kind: 'accept' }).next).toMatchObject({
      completion: { fault: { completion: 'sequenceError' } },
    });
  });

  test.each([
    ['stacked', STORE, [STACKED], 'stored'],
    ['given back though it was to be stacked', STORE, [{ is: 'returning' }, IDLE], 'returned'],
    ['gone after it was to be given back', GIVE_BACK, [IDLE], 'returned'],
    ['full, so it comes out', STORE, [{ is: 'returning' }, { is: 'boxFull', code: 0x41 }], 'returned'],
    ['another note where it lay', STORE, [{ is: 'escrow', bill: 0 }], 'inDoubt'],
    ['a jam', STORE, [{ is: 'jammed', code: 0x43 }], 'inDoubt'],
    ['a cheat', STORE, [{ is: 'cheated', code: 0x45 }], 'inDoubt'],
    ['switched on, and empty', STORE, [{ is: 'powerUp', bill: 'none' }], 'inDoubt'],
    ['switched on, and in its mouth', STORE, [{ is: 'powerUp', bill: 'inValidator' }], 'inDoubt'],
    ['switched on, and in the stacker', STORE, [{ is: 'powerUp', bill: 'inStacker' }], 'stored'],
  ] as const)('ends by what the validator says: %s', (_, task, heard, place) => {
    const { next } = play(offered, task, says(ESCROW), obeys, ...heard.map((each) => says(each)));
    expect(next).toMatchObject({ kind: 'complete', completion: { ok: true, value: { place } } });
  });

  test.each([{ kind: 'lost' }, { kind: 'ended' }, { kind: 'unanswered', overheard: [] }] as const)(
    'that is broken off ($kind) is in doubt once it was given, and not before',
    (event) => {
      const before = step(play(offered, STORE).state, event);
      expect(before.next).toMatchObject({ completion: { ok: false } });
      expect(before.state.escrow?.mark).toBe('life:1');
      const after = step(play(offered, STORE, says(ESCROW)).state, event);
      expect(after.next).toMatchObject({ completion: { value: { place: 'inDoubt' } } });
    },
  );

  test('is settled by an outcome that came to a question which was given up', () => {
    const overheard = play(offered, STORE, says(ESCROW), obeys, says({ is: 'stacking' }, [STACKED]));
    expect(overheard.next).toMatchObject({ completion: { value: { place: 'stored' } } });
  });
});

describe('what was said may be forgotten', () => {
  const stored = play(offered, STORE, says(ESCROW), obeys, says(STACKED)).state;

  test('only when whoever was told has come back', () => {
    expect(mayForget(offered, STACKED, true)).toBe(false);
    expect(mayForget(stored, STACKED, true)).toBe(false);
    for (const task of [{ kind: 'check' }, { kind: 'hold' }, { kind: 'unit' }, { kind: 'end', own: true }] as const)
      expect(mayForget(taskBegun(stored, task), STACKED, true)).toBe(false);
    for (const task of [{ kind: 'accept' }, { kind: 'end', own: false }, { kind: 'reconcile', since: null }] as const)
      expect(mayForget(taskBegun(stored, task), STACKED, true)).toBe(true);
  });

  test('and on a doubtful line nothing, while a note is under way', () => {
    expect(mayForget(offered, { is: 'stacking' }, false)).toBe(false);
    expect(mayForget(offered, { is: 'stacking' }, true)).toBe(true);
    expect(mayForget(ready, IDLE, false)).toBe(true);
    expect(mayForget({ ...ready, reconciled: false }, IDLE, false)).toBe(false);
  });

  test('said once more it is the same note', () => {
    const again = play(stored, { kind: 'accept' }, says(STACKED), says(STACKED), says(IDLE));
    expect(again.state.unclaimed).toEqual([]);
    expect(again.next.kind).toBe('rest');
  });
});

test('a note that goes into the box unasked is told, once, by a mark of its own', () => {
  const taken = play(ready, { kind: 'accept' }, says({ is: 'accepting' }), says(STACKED));
  const item = { position: 'stored', valueFen: 1_000, mark: 'life:1', holdMs: null };
  expect(taken.next).toMatchObject({ completion: { value: { item } } });
  const after = play(taken.state, { kind: 'accept' }, says(STACKED), says(IDLE));
  expect(after.next.kind).toBe('rest');
  expect(after.state.unclaimed).toEqual([]);
});

test('a note that was let go while nobody decided is told when somebody asks', () => {
  const gone = play(offered, { kind: 'check' }, says({ is: 'returned', bill: 2 }));
  expect(play(gone.state, STORE).next).toMatchObject({ completion: { value: { place: 'returned' } } });
  expect(play(gone.state, { kind: 'reconcile', since: 'life:1' }, says(IDLE)).next).toMatchObject({
    completion: { value: { happened: [{ mark: 'life:1', place: 'returned', valueFen: 1_000 }] } },
  });
});

test('a bill that nobody knows or wants goes back', () => {
  for (const bill of [7, 1]) {
    const state = { ...ready, enabled: [0, 2] };
    expect(play(state, { kind: 'accept' }, says({ is: 'escrow', bill })).next).toEqual({
      kind: 'order',
      order: 'giveBack',
    });
  }
});
