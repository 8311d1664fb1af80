/** One print or one check of the printer as a pure reducer: ask how it is, print, wait for the proof, ask again. */
import type { Completion } from '#contract/devices/completion.ts';
import type { PrintOutcome, PrintResult } from '#contract/devices/printer.ts';
import { fail, ok } from '#contract/result.ts';
import type { StatusKind } from './codec.ts';
import { faultOf, printerSilent } from './faults.ts';
import { conditionOf, hindranceOf, type PrinterCondition } from './status.ts';

/** A status reply doesn't say what it answers: after a missing one the line has to be quiet before we ask all again. */
export const QUIET_MS = 500;
const TRIES = 2;

export type Task = 'print' | 'check';
type Phase = 'before' | 'after';
/** `taken`: carried out to the end as far as the printer says; it counts as printed if the printer is still well. */
type SoFar = PrintOutcome | 'taken' | null;

export type PrinterState =
  | {
      readonly kind: 'asking';
      readonly task: Task;
      readonly phase: Phase;
      readonly tries: number;
      readonly bytes: readonly number[];
      readonly outcome: SoFar;
    }
  | {
      readonly kind: 'resting';
      readonly task: Task;
      readonly phase: Phase;
      readonly tries: number;
      readonly outcome: SoFar;
    }
  | { readonly kind: 'printing' }
  | { readonly kind: 'done' };

export type PrinterEvent =
  | { readonly kind: 'status'; readonly byte: number }
  /** No reply, or more than one. */
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'rested' }
  /** The printer proved that everything came out. */
  | { readonly kind: 'proved' }
  /** The printer carried out everything before a question that it answers in turn. */
  | { readonly kind: 'taken' }
  /** Data went out, or may have, and the proof didn't come: out of time, cable gone, paper end in the middle. */
  | { readonly kind: 'unproved' };

export type Next =
  | { readonly kind: 'ask'; readonly status: StatusKind }
  | { readonly kind: 'rest'; readonly ms: number }
  /** Sends the receipt and the request for its proof. */
  | { readonly kind: 'print' }
  | { readonly kind: 'checked'; readonly completion: Completion<PrinterCondition> }
  | { readonly kind: 'printed'; readonly completion: Completion<PrintResult> };

export interface Step {
  readonly state: PrinterState;
  /** What the printer is like now; `unknown` when it doesn't say, undefined when there is no news. */
  readonly learnt?: PrinterCondition | 'unknown';
  readonly next: Next;
}

export function begin(task: Task): Step {
  return askAll(task, 'before', 0, null);
}

/** Events that don't fit the state are programming errors of the driver and throw. */
export function step(state: PrinterState, event: PrinterEvent): Step {
  if (state.kind === 'resting' && event.kind === 'rested') {
    return askAll(state.task, state.phase, state.tries, state.outcome);
  }
  if (state.kind === 'printing' && event.kind === 'proved') return askAll('print', 'after', 0, 'printed');
  if (state.kind === 'printing' && event.kind === 'taken') return askAll('print', 'after', 0, 'taken');
  if (state.kind === 'printing' && event.kind === 'unproved') return askAll('print', 'after', 0, 'unconfirmed');
  if (state.kind === 'asking' && event.kind === 'status') return answered(state, event.byte);
  if (state.kind === 'asking' && event.kind === 'unanswered') return unanswered(state);
  throw new Error(`a printer that is ${state.kind} can't have ${event.kind}`);
}

type Asking = Extract<PrinterState, { kind: 'asking' }>;

function askAll(task: Task, phase: Phase, tries: number, outcome: SoFar): Step {
  return { state: { kind: 'asking', task, phase, tries, bytes: [], outcome }, next: { kind: 'ask', status: 1 } };
}

function answered(state: Asking, byte: number): Step {
  const bytes = [...state.bytes, byte];
  const [printer, offline, error, roll] = bytes;
  if (printer === undefined || offline === undefined || error === undefined || roll === undefined) {
    const status = (bytes.length + 1) as StatusKind;
    return { state: { ...state, bytes }, next: { kind: 'ask', status } };
  }
  const condition = conditionOf({ printer, offline, error, roll });
  return { ...known(state, condition), learnt: condition };
}

function known(state: Asking, condition: PrinterCondition): Step {
  if (state.task === 'check') return done({ kind: 'checked', completion: ok(condition) });
  const hindrance = hindranceOf(condition);
  if (state.phase === 'after') return result(state, condition.paper, hindrance === null);
  // Nothing was sent, so this is a fault and not an outcome: the citizen's receipt is still to be printed.
  if (hindrance) return done({ kind: 'printed', completion: fail(faultOf(hindrance)) });
  return { state: { kind: 'printing' }, next: { kind: 'print' } };
}

function unanswered(state: Asking): Step {
  if (state.tries + 1 < TRIES) {
    const { task, phase, outcome } = state;
    return {
      state: { kind: 'resting', task, phase, tries: state.tries + 1, outcome },
      next: { kind: 'rest', ms: QUIET_MS },
    };
  }
  if (state.phase === 'after') return { ...result(state, 'unknown', false), learnt: 'unknown' };
  const completion = fail(printerSilent);
  return { ...done({ kind: state.task === 'check' ? 'checked' : 'printed', completion }), learnt: 'unknown' };
}

function result({ outcome }: Asking, paper: PrintResult['paper'], well: boolean): Step {
  const known = outcome === 'taken' ? (well ? 'printed' : 'unconfirmed') : (outcome ?? 'unconfirmed');
  return done({ kind: 'printed', completion: ok({ outcome: known, paper }) });
}

function done(next: Next): Step {
  return { state: { kind: 'done' }, next };
}
