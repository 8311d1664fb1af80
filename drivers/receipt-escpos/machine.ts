/** One print or one check of the printer as a pure reducer: ask how it is, print, wait for the proof, ask again. */
import type { Completion, DeviceFault } from '#contract/devices/completion.ts';
import type { Paper, PrintOutcome, PrintResult } from '#contract/devices/printer.ts';
import { fail, ok } from '#contract/result.ts';
import type { Ending, MachineStep } from '../service/run-machine.ts';
import { CANCELED, LOST } from '../service/run.ts';
import type { StatusKind } from './codec.ts';
import { faultOf, printerSilent } from './faults.ts';
import { conditionOf, hindranceOf, type PrinterCondition } from './status.ts';

/** A status reply doesn't say what it answers: after a missing one the line has to be quiet before we ask all again. */
const QUIET_MS = 500;
const TRIES = 2;

export type Task = 'print' | 'check';
type Doing =
  | { readonly kind: 'idle' | 'printing' | 'subscribing' }
  /** `bytes`: the replies to DLE EOT so far. */
  | { readonly kind: 'asking'; readonly tries: number; readonly bytes: readonly number[] }
  | { readonly kind: 'resting'; readonly tries: number };

export interface PrinterState {
  readonly task: Task;
  readonly doing: Doing;
  /**
   * What is known of the receipt; null until data may have gone out: till then there are faults, from then on only
   * outcomes. `taken`: carried out to the end as far as the printer says; printed if the printer is still well.
   */
  readonly outcome: PrintOutcome | 'taken' | null;
  readonly paper: Paper;
  /** The wire went away in the middle of a receipt: half a command may wait in the printer, half a receipt in its slot. */
  readonly cutOff: boolean;
  /** What was learnt by the last event: `unknown` when the printer doesn't say, null when there is no news. */
  readonly learnt: PrinterCondition | 'unknown' | null;
}

export type PrinterEvent =
  | { readonly kind: 'begin'; readonly task: Task }
  | { readonly kind: 'status'; readonly byte: number }
  /** No reply, or more than one. */
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'rested' }
  /** The printer proved that everything came out. */
  | { readonly kind: 'proved' }
  /** The printer carried out everything before a question that it answers in turn. */
  | { readonly kind: 'taken' }
  /** Data went out and the proof didn't come: out of time, paper end in the middle, or none was asked for. */
  | { readonly kind: 'unproved' }
  /** The printer didn't take all of the data. */
  | { readonly kind: 'stuck' }
  /** The printer was told to report changes. */
  | { readonly kind: 'subscribed' };

export type Deed =
  | { readonly kind: 'ask'; readonly status: StatusKind }
  | { readonly kind: 'rest'; readonly ms: number }
  /** Sends the receipt and the request for its proof; `clearFirst`: whatever an interrupted one left behind. */
  | { readonly kind: 'print'; readonly clearFirst: boolean }
  | { readonly kind: 'subscribe' };

export type Step = MachineStep<PrinterState, Deed, PrintResult | null>;

export const PRINTER_AT_START: PrinterState = {
  task: 'check',
  doing: { kind: 'idle' },
  outcome: null,
  paper: 'unknown',
  cutOff: false,
  learnt: null,
};

/** Events that don't fit the state are programming errors of the driver and throw. */
export function step(before: PrinterState, event: PrinterEvent | Ending): Step {
  const state: PrinterState = { ...before, learnt: null };
  const { doing } = state;
  if (event.kind === 'begin') return askAll({ ...state, task: event.task, outcome: null, paper: 'unknown' }, 0);
  if (event.kind === 'lost') return lost(state);
  if (event.kind === 'ended') return interrupted(state, CANCELED);
  if (doing.kind === 'resting' && event.kind === 'rested') return askAll(state, doing.tries);
  if (doing.kind === 'asking' && event.kind === 'status') return answered(state, doing, event.byte);
  if (doing.kind === 'asking' && event.kind === 'unanswered') return unanswered(state, doing.tries);
  if (doing.kind === 'subscribing' && event.kind === 'subscribed') return complete(state, ok(null));
  if (doing.kind === 'subscribing' && event.kind === 'stuck') return complete(state, fail(printerSilent));
  if (doing.kind === 'printing') {
    if (event.kind === 'proved') return askAll({ ...state, outcome: 'printed' }, 0);
    if (event.kind === 'taken') return askAll({ ...state, outcome: 'taken' }, 0);
    if (event.kind === 'unproved') return askAll({ ...state, paper: 'unknown' }, 0);
    if (event.kind === 'stuck') return askAll({ ...state, paper: 'unknown', cutOff: true }, 0);
  }
  throw new Error(`a printer that is ${doing.kind} can't have ${event.kind}`);
}

function askAll(state: PrinterState, tries: number): Step {
  return { state: { ...state, doing: { kind: 'asking', tries, bytes: [] } }, next: { kind: 'ask', status: 1 } };
}

function answered(state: PrinterState, doing: Extract<Doing, { kind: 'asking' }>, byte: number): Step {
  const bytes = [...doing.bytes, byte];
  const [printer, offline, error, roll] = bytes;
  if (printer === undefined || offline === undefined || error === undefined || roll === undefined) {
    const status = (bytes.length + 1) as StatusKind;
    return { state: { ...state, doing: { ...doing, bytes } }, next: { kind: 'ask', status } };
  }
  const condition = conditionOf({ printer, offline, error, roll });
  return known({ ...state, learnt: condition, paper: condition.paper }, condition);
}

function known(state: PrinterState, condition: PrinterCondition): Step {
  if (state.task === 'check') {
    // A command that was cut off would swallow what we send here: the next receipt clears it away first.
    if (state.cutOff) return complete(state, ok(null));
    return { state: { ...state, doing: { kind: 'subscribing' } }, next: { kind: 'subscribe' } };
  }
  const hindrance = hindranceOf(condition);
  if (state.outcome === 'taken' && hindrance === null) return result({ ...state, outcome: 'printed' });
  if (state.outcome !== null) return result(state);
  // Nothing was sent, so this is a fault and not an outcome: the citizen's receipt is still to be printed.
  if (hindrance) return complete(state, fail(faultOf(hindrance)));
  return {
    state: { ...state, doing: { kind: 'printing' }, outcome: 'unconfirmed', cutOff: false },
    next: { kind: 'print', clearFirst: state.cutOff },
  };
}

function unanswered(state: PrinterState, tries: number): Step {
  if (tries + 1 < TRIES) {
    return { state: { ...state, doing: { kind: 'resting', tries: tries + 1 } }, next: { kind: 'rest', ms: QUIET_MS } };
  }
  const silent: PrinterState = { ...state, learnt: 'unknown', paper: 'unknown' };
  return state.outcome === null ? complete(silent, fail(printerSilent)) : result(silent);
}

function lost(state: PrinterState): Step {
  const cutOff = state.cutOff || state.doing.kind === 'printing';
  return interrupted({ ...state, cutOff, paper: 'unknown' }, LOST);
}

/** From outside: before the data it is a fault, after it what is known of the receipt. */
function interrupted(state: PrinterState, fault: DeviceFault): Step {
  return state.outcome === null ? complete(state, fail(fault)) : result(state);
}

/** `taken` counts only for a printer that was well afterwards. */
function result(state: PrinterState): Step {
  const outcome = state.outcome === 'taken' || state.outcome === null ? 'unconfirmed' : state.outcome;
  return complete(state, ok({ outcome, paper: state.paper }));
}

function complete(state: PrinterState, completion: Completion<PrintResult | null>): Step {
  return { state: { ...state, doing: { kind: 'idle' } }, next: { kind: 'complete', completion } };
}
