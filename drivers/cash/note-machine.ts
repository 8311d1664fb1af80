/**
 * The life of a polled note validator with an escrow as a pure reducer: state × event → state and the one thing to do
 * next. Everything that can't be known is `inDoubt`.
 */
import type { DeviceFault } from '#contract/devices/completion.ts';
import { CANCELED, LOST } from '../service/run.ts';
import type { Ending } from '../service/run-machine.ts';
import { cashFaults } from './faults.ts';
import { whileReconciling } from './note-reconcile.ts';
import { whileSettling } from './note-settle.ts';
import { claim, isReconciled, noticed, taskBegun, valueOf, type NotesState, type Task } from './note-state.ts';
import {
  allowed,
  complete,
  enable,
  failed,
  HOLD_MS,
  INSERTED,
  faultOf,
  learn,
  order,
  poll,
  REFUSED,
  rest,
  START_POLLS,
  TRANSPORT_POLLS,
  unitOf,
  type Step,
} from './note-steps.ts';
import type { NoteAnswer, NoteCondition } from './note-words.ts';

export type NotesEvent =
  | { readonly kind: 'begin'; readonly task: Task }
  /** `overheard`: what the validator said meanwhile to a question that had been given up. */
  | { readonly kind: 'answered'; readonly answer: NoteAnswer; readonly overheard: readonly NoteCondition[] }
  | { readonly kind: 'unanswered'; readonly overheard: readonly NoteCondition[] }
  | { readonly kind: 'rested' };

export function step(state: NotesState, event: NotesEvent | Ending): Step {
  switch (event.kind) {
    case 'begin':
      return begin(taskBegun(state, event.task));
    case 'rested':
      return poll(state);
    case 'answered':
      return answered(event.overheard.reduce(noticed, state), event.answer);
    case 'unanswered':
      return brokenOff(event.overheard.reduce(noticed, state), cashFaults.silent);
    case 'lost':
      return brokenOff(state, LOST);
    case 'ended':
      return brokenOff(state, CANCELED);
  }
}

function begin(state: NotesState): Step {
  const { task } = state;
  switch (task.kind) {
    case 'accept':
      if (state.enabled.length === 0) return failed(state, cashFaults.notStarted);
      return isReconciled(state) ? poll(state) : failed(state, cashFaults.notReconciled);
    case 'settle': {
      const known = claim(state, task.mark);
      if (known) return complete(known.state, { kind: 'place', place: known.happening.place });
      return state.escrow?.mark === task.mark ? poll(state) : failed(state, cashFaults.noSuchItem);
    }
    case 'hold':
      return state.escrow === null ? complete(state, { kind: 'done' }) : order(state, 'hold');
    case 'start':
      return isReconciled(state) ? poll(state) : failed(state, cashFaults.notReconciled);
    default:
      return poll(state);
  }
}

function answered(state: NotesState, answer: NoteAnswer): Step {
  switch (answer.kind) {
    case 'condition':
      return saw(noticed(state, answer.condition), answer.condition);
    case 'learnt':
      return learnt({ ...state, ...answer.learnt });
    case 'done':
    case 'refused':
      if (state.task.kind === 'hold') return held(state, answer.kind);
      // It can't stack or give back what it doesn't hold any more: only polling tells where the note went.
      return answer.kind === 'done' || state.doing === 'ordering'
        ? rest(state)
        : brokenOff(state, cashFaults.broken(0x30));
  }
}

/** One that doesn't hold any more is asked when somebody wants to know, and isn't told to hold again. */
function held(state: NotesState, how: 'done' | 'refused'): Step {
  const holds = how === 'refused' ? Number.POSITIVE_INFINITY : (state.escrow?.holds ?? 0) + 1;
  return complete({ ...state, escrow: state.escrow && { ...state.escrow, holds } }, { kind: 'done' });
}

function saw(state: NotesState, condition: NoteCondition): Step {
  const fault = faultOf(condition);
  const { task } = state;
  switch (task.kind) {
    case 'check':
      if (fault) return failed(state, fault);
      // An adapter that echoes says `idle` as well, in the very bytes of the question; it knows no table of notes.
      return condition.is === 'idle' && state.valuesFen === null ? learn(state) : complete(state, { kind: 'done' });
    case 'hold':
      return fault ? failed(state, fault) : complete(state, { kind: 'done' });
    case 'accept':
      return whileAccepting(state, condition, fault);
    case 'settle':
      return whileSettling(state, task, condition, fault);
    case 'reconcile':
      return whileReconciling(state, task, condition, fault);
    case 'end':
      return whileEnding(state, condition, fault);
    case 'unit':
    case 'start':
      return whilePreparing(state, task, condition, fault);
  }
}

function whileAccepting(state: NotesState, condition: NoteCondition, fault: DeviceFault | null): Step {
  if (condition.is === 'stacked' && state.newest !== null) {
    const taken = claim(state, state.newest);
    const valueFen = taken?.happening.valueFen ?? null;
    if (taken?.happening.place === 'stored' && valueFen !== null) {
      const { mark } = taken.happening;
      return complete(taken.state, { kind: 'item', item: { position: 'stored', valueFen, mark, holdMs: null } });
    }
  }
  if (!isReconciled(state)) return failed(state, cashFaults.notReconciled);
  if (fault) return failed(state, fault);
  switch (condition.is) {
    case 'escrow':
    case 'holding': {
      const valueFen = valueOf(state, state.escrow?.bill ?? null);
      // A bill that isn't in the table, or that nobody wants, can't be worth anything to us: it is given back.
      if (state.escrow === null || valueFen === null) return order(state, 'giveBack');
      const { mark } = state.escrow;
      return complete(state, { kind: 'item', item: { position: 'escrow', valueFen, mark, holdMs: HOLD_MS } });
    }
    case 'refusing':
      return { ...failed(state, cashFaults.refused(condition.why)), tell: [REFUSED] };
    case 'accepting':
      return { ...rest({ ...state, entering: true }), tell: state.entering ? [] : [INSERTED] };
    case 'idle':
      return rest({ ...state, entering: false });
    case 'disabled':
      // Started, and yet not taking: some switch themselves off when nobody has asked for a while.
      return enable(state);
    default:
      return rest(state);
  }
}

function whileEnding(state: NotesState, condition: NoteCondition, fault: DeviceFault | null): Step {
  if (condition.is === 'escrow' || condition.is === 'holding') return order(state, 'giveBack');
  if (fault) return failed({ ...state, enabled: [] }, fault);
  const still = condition.is === 'disabled' || condition.is === 'powerUp';
  const told = condition.is === 'stacked' || condition.is === 'returned';
  if (still || (told && state.ordered)) return complete({ ...state, enabled: [] }, { kind: 'done' });
  if (!state.ordered) return enable({ ...state, enabled: [] });
  return state.polls < TRANSPORT_POLLS ? rest(state) : failed(state, cashFaults.broken(0));
}

/** Through the start of the motors to a validator that knows its bills and takes those that are wanted. */
function whilePreparing(
  state: NotesState,
  task: Extract<Task, { kind: 'unit' | 'start' }>,
  condition: NoteCondition,
  fault: DeviceFault | null,
): Step {
  if (fault) return failed(state, fault);
  const wait = (): Step => (state.polls < START_POLLS ? rest(state) : failed(state, cashFaults.broken(0)));
  if (condition.is === 'powerUp') {
    if (task.kind === 'unit') return learn(state);
    if (!isReconciled(state)) return failed(state, cashFaults.notReconciled);
    return state.polls < START_POLLS ? order(state, 'reset') : failed(state, cashFaults.broken(0));
  }
  if (!isReconciled(state) && task.kind === 'start') return failed(state, cashFaults.notReconciled);
  if ((condition.is === 'starting' && !state.setUpWhileStarting) || condition.is === 'busy') return wait();
  if (state.valuesFen === null) return learn(state);
  if (task.kind === 'unit' || !state.ordered) return withTable(state, task);
  const takes = TAKING.has(condition.is);
  return takes ? complete(state, { kind: 'done' }) : wait();
}

const TAKING: ReadonlySet<NoteCondition['is']> = new Set(['idle', 'accepting', 'escrow', 'holding']);

function learnt(state: NotesState): Step {
  if (state.task.kind === 'check') return complete(state, { kind: 'done' });
  return state.task.kind === 'unit' || state.task.kind === 'start' ? withTable(state, state.task) : rest(state);
}

function withTable(state: NotesState, task: Extract<Task, { kind: 'unit' | 'start' }>): Step {
  if (task.kind === 'unit') return complete(state, { kind: 'unit', unit: unitOf(state) });
  const bills = allowed(state, task.acceptFen);
  return bills.length === 0 ? failed(state, cashFaults.noSuchItem) : enable({ ...state, enabled: bills });
}

/** Whatever ends an order before its outcome was seen leaves the note in doubt; anything else just fails. */
function brokenOff(state: NotesState, fault: DeviceFault): Step {
  const { task } = state;
  if (task.kind !== 'settle') return failed(state, fault);
  const known = claim(state, task.mark);
  if (known) return complete(known.state, { kind: 'place', place: known.happening.place });
  if (!state.ordered) return failed(state, fault);
  return complete({ ...state, escrow: null, reconciled: false }, { kind: 'place', place: 'inDoubt' });
}
