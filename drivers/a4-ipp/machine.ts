/** One document or one check of the A4 printer as a pure reducer: how is it, what of ours is left over, make a job, send, watch it to its end. */
import type { Completion, DeviceFault } from '#contract/devices/completion.ts';
import type { Paper, PrintOutcome, PrintResult } from '#contract/devices/printer.ts';
import { fail, ok } from '#contract/result.ts';
import type { Ending, MachineStep } from '../service/run-machine.ts';
import { CANCELED, LOST } from '../service/run.ts';
import { pageFaults } from './faults.ts';
import type { Answer, Asked } from './questions.ts';
import { hindranceOf, type JobReport, type PrinterCondition } from './status.ts';

/** Between two looks at a job. */
export const LOOK_MS = 1_000;
/** So many looks in a row without an answer, and nobody can know any more. */
const MISSES = 3;

export type Task =
  { readonly kind: 'check' } | { readonly kind: 'print'; readonly copies: number; readonly duplex: boolean };

type Doing =
  | { readonly kind: 'idle' | 'asking' | 'sweeping' | 'creating' }
  /** Jobs of ours that nobody waits for any more; the rest of them. */
  | { readonly kind: 'cancelling'; readonly left: readonly number[] }
  | { readonly kind: 'sending'; readonly job: number }
  | { readonly kind: 'watching' | 'watchingPrinter' | 'resting'; readonly job: number; readonly misses: number }
  /** It is over: how is the printer now? */
  | { readonly kind: 'asking again'; readonly outcome: PrintOutcome };

export interface PrinterState {
  readonly task: Task;
  readonly doing: Doing;
  /** From here on there are no faults, only outcomes: some of the document may have gone out. */
  readonly sent: boolean;
  /** A job of ours may still be in the printer, and come out when somebody else stands there: to be taken back. */
  readonly leftOver: boolean;
  readonly paper: Paper;
  /** That came out of the printer for this document. */
  readonly sheets: number;
  /** What was learnt by the last event: `unknown` when the printer doesn't say, null when there is no news. */
  readonly learnt: PrinterCondition | 'unknown' | null;
}

export type PrinterEvent =
  | { readonly kind: 'begin'; readonly task: Task }
  | Answer
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'rested' };

export type Deed = { readonly kind: 'ask'; readonly asked: Asked } | { readonly kind: 'rest'; readonly ms: number };
export type Step = MachineStep<PrinterState, Deed, PrintResult | null>;

export const PRINTER_AT_START: PrinterState = {
  task: { kind: 'check' },
  doing: { kind: 'idle' },
  sent: false,
  // A kiosk that was killed may have left one.
  leftOver: true,
  paper: 'unknown',
  sheets: 0,
  learnt: null,
};

export function step(before: PrinterState, event: PrinterEvent | Ending): Step {
  const state: PrinterState = { ...before, learnt: null };
  switch (event.kind) {
    case 'begin':
      return ask(
        { ...state, task: event.task, sent: false, paper: 'unknown', sheets: 0, doing: { kind: 'asking' } },
        { kind: 'printer' },
      );
    case 'lost':
      return interrupted({ ...state, paper: 'unknown' }, LOST);
    case 'ended':
      return interrupted(state, CANCELED);
    case 'unanswered':
      return unanswered(state);
    case 'refused':
      return refused(state, event.detail);
    case 'rested':
      return watch(state);
    case 'printer':
      return known({ ...state, learnt: event.condition, paper: event.condition.paper }, event.condition);
    case 'jobs':
      return cancelNext(state, event.ids);
    case 'created': {
      const { job } = event;
      const sending: PrinterState = { ...state, doing: { kind: 'sending', job }, sent: true };
      return ask(sending, { kind: 'send', job });
    }
    case 'job':
      return looked(state, event.report);
    case 'done':
      return state.doing.kind === 'cancelling' ? cancelNext(state, state.doing.left) : watch(state);
  }
}

/** How the printer is: at the beginning, between two looks at a job, or at the end. */
function known(state: PrinterState, condition: PrinterCondition): Step {
  const { doing, task } = state;
  if (doing.kind === 'asking again') return result(state, doing.outcome);
  if (doing.kind === 'watchingPrinter') return rest(state, doing.job);
  const hindrance = hindranceOf(condition);
  if (task.kind === 'print') {
    if (hindrance !== null) return complete(state, fail(pageFaults.hindered(hindrance)));
    if (!condition.takesPdf) return complete(state, fail(pageFaults.noPdf));
  }
  return state.leftOver ? ask({ ...state, doing: { kind: 'sweeping' } }, { kind: 'jobs' }) : begin(state);
}

function cancelNext(state: PrinterState, [job, ...left]: readonly number[]): Step {
  if (job === undefined) return begin({ ...state, leftOver: false });
  return ask({ ...state, doing: { kind: 'cancelling', left } }, { kind: 'cancel', job });
}

function begin(state: PrinterState): Step {
  const { task } = state;
  if (task.kind === 'check') return complete(state, ok(null));
  const { copies, duplex } = task;
  // From the question on there may be a job, though it has no document yet.
  return ask({ ...state, doing: { kind: 'creating' }, leftOver: true }, { kind: 'create', copies, duplex });
}

function watch(state: PrinterState): Step {
  const { doing } = state;
  const job = 'job' in doing ? doing.job : 0;
  const misses = 'misses' in doing ? doing.misses : 0;
  return ask({ ...state, doing: { kind: 'watching', job, misses } }, { kind: 'job', job });
}

function looked(before: PrinterState, report: JobReport): Step {
  const state: PrinterState = { ...before, sheets: Math.max(before.sheets, report.sheets) };
  const { doing } = state;
  if (doing.kind !== 'watching') throw new Error(`a printer that is ${doing.kind} can't have news of a job`);
  // Not done yet: is it waiting for paper? The technician reads it from the status.
  if (report.state === 'going')
    return ask({ ...state, doing: { ...doing, kind: 'watchingPrinter', misses: 0 } }, { kind: 'printer' });
  const outcome = ({ done: 'printed', untouched: 'failed', unsure: 'unconfirmed' } as const)[report.state];
  return ask({ ...state, leftOver: false, doing: { kind: 'asking again', outcome } }, { kind: 'printer' });
}

function refused(state: PrinterState, detail: string): Step {
  const { doing } = state;
  switch (doing.kind) {
    case 'sending':
      // Refused, but perhaps only in part: the job says what became of it.
      return watch(state);
    case 'watching':
    case 'watchingPrinter':
      return missed(state, doing);
    case 'asking again':
      return result({ ...state, paper: 'unknown' }, doing.outcome);
    default:
      // While cancelling, too: what may still come out, comes out before the next citizen's.
      return complete(state, fail(pageFaults.refused(detail)));
  }
}

function unanswered(before: PrinterState): Step {
  const state: PrinterState = { ...before, learnt: 'unknown', paper: 'unknown' };
  const { doing } = state;
  if (doing.kind === 'sending') return watch(state);
  if (doing.kind === 'watching' || doing.kind === 'watchingPrinter') return missed(state, doing);
  if (doing.kind === 'asking again') return result(state, doing.outcome);
  return complete(state, fail(pageFaults.silent));
}

function missed(state: PrinterState, { job, misses }: { readonly job: number; readonly misses: number }): Step {
  if (misses + 1 >= MISSES) return result(state, 'unconfirmed');
  return rest({ ...state, doing: { kind: 'resting', job, misses: misses + 1 } }, job);
}

function rest(state: PrinterState, job: number): Step {
  const misses = 'misses' in state.doing ? state.doing.misses : 0;
  return { state: { ...state, doing: { kind: 'resting', job, misses } }, next: { kind: 'rest', ms: LOOK_MS } };
}

/** From outside: before the document it is a fault, after it what is known. */
function interrupted(state: PrinterState, fault: DeviceFault): Step {
  const { doing } = state;
  if (doing.kind === 'asking again') return result(state, doing.outcome);
  return state.sent ? result(state, 'unconfirmed') : complete(state, fail(fault));
}

function result(state: PrinterState, outcome: PrintOutcome): Step {
  return complete(state, ok({ outcome, paper: state.paper }));
}

function ask(state: PrinterState, asked: Asked): Step {
  return { state, next: { kind: 'ask', asked } };
}

function complete(state: PrinterState, completion: Completion<PrintResult | null>): Step {
  return { state: { ...state, doing: { kind: 'idle' } }, next: { kind: 'complete', completion } };
}
