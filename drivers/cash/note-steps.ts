/** The steps that every task of the note machine is made of, and how long it has patience. */
import type { CashUnit } from '#contract/devices/cash-acceptor.ts';
import type { Completion, DeviceFault } from '#contract/devices/completion.ts';
import { fail, ok } from '#contract/result.ts';
import type { MachineStep } from '../service/run-machine.ts';
import type { CashDone } from './cash-tasks.ts';
import { cashFaults } from './faults.ts';
import type { NotesState } from './note-state.ts';
import type { NoteCondition, NoteOrder } from './note-words.ts';

/** The makers' programs poll every 100 to 200 ms. */
const POLL_MS = 150;
/** A validator that starts takes up to half a minute to test its motors. */
export const START_POLLS = 30_000 / POLL_MS;
/** From the order to the box, or back to the slot: makers say 2 to 5 s. */
export const TRANSPORT_POLLS = 12_000 / POLL_MS;
/** What a validator promises without being told to hold on. */
export const HOLD_MS = 10_000;

export type Deed =
  | { readonly kind: 'poll' | 'learn' }
  | { readonly kind: 'enable'; readonly bills: readonly number[] }
  | { readonly kind: 'order'; readonly order: NoteOrder }
  | { readonly kind: 'rest'; readonly ms: number };

export type Step = MachineStep<NotesState, Deed, CashDone>;

export const INSERTED = { name: 'itemInserted' };
export const REFUSED = { name: 'itemRefused' };
export const TAKEN = { name: 'itemTaken' };

export function poll(state: NotesState): Step {
  return { state: { ...state, doing: 'polling', polls: state.polls + 1 }, next: { kind: 'poll' } };
}

export function rest(state: NotesState): Step {
  return { state: { ...state, doing: 'resting' }, next: { kind: 'rest', ms: POLL_MS } };
}

export function learn(state: NotesState): Step {
  return { state: { ...state, doing: 'learning' }, next: { kind: 'learn' } };
}

/** Takes the bills that `state` has enabled; none: takes nothing more. */
export function enable(state: NotesState): Step {
  return {
    state: { ...state, doing: 'enabling', ordered: true },
    next: { kind: 'enable', bills: state.enabled },
  };
}

export function order(state: NotesState, what: NoteOrder): Step {
  return { state: { ...state, doing: 'ordering' }, next: { kind: 'order', order: what } };
}

export function failed(state: NotesState, fault: DeviceFault): Step {
  return end(state, fail(fault));
}

export function complete(state: NotesState, done: CashDone): Step {
  return end(state, ok(done));
}

function end(state: NotesState, completion: Completion<CashDone>): Step {
  return { state: { ...state, doing: 'idle' }, next: { kind: 'complete', completion } };
}

export function faultOf(condition: NoteCondition): DeviceFault | null {
  switch (condition.is) {
    case 'boxFull':
      return cashFaults.boxFull;
    case 'boxRemoved':
      return cashFaults.boxRemoved;
    case 'jammed':
      return cashFaults.jammed(condition.code);
    case 'cheated':
    case 'failed':
      return cashFaults.broken(condition.code);
    default:
      return null;
  }
}

/** The bills of these values; a validator may have several of one value. */
export function allowed({ valuesFen }: NotesState, acceptFen: readonly number[]): readonly number[] {
  return (valuesFen ?? []).flatMap((value, bill) => (value !== null && acceptFen.includes(value) ? [bill] : []));
}

export function unitOf({ serial, valuesFen, enabled }: NotesState): CashUnit {
  const denominations = (valuesFen ?? []).flatMap((valueFen, bill) =>
    valueFen === null ? [] : [{ valueFen, enabled: enabled.includes(bill) }],
  );
  return { kind: 'notes', currency: 'CNY', serial, denominations, escrow: true };
}
