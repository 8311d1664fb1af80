/** Reads and writes on one unit as a pure reducer: what was written is read back before it is called done. */
import type { DeviceFault } from '#contract/devices/completion.ts';
import { fail, ok } from '#contract/result.ts';
import type { Ending, MachineStep } from '../service/run-machine.ts';
import { CANCELED, LOST } from '../service/run.ts';
import type { Reply, Request } from './codec.ts';

/** `proven`: read back and compared; the echo of our own write looks just like its acknowledgement. */
export type Job =
  Extract<Request, { kind: 'read' }> | (Extract<Request, { kind: 'write' }> & { readonly proven: boolean });

export interface JobFaults {
  readonly silent: DeviceFault;
  readonly refused: (exception: number) => DeviceFault;
}

export interface JobState {
  readonly jobs: readonly Job[];
  readonly asked: Request | null;
  readonly results: readonly (readonly number[])[];
  readonly tries: number;
  readonly faults: JobFaults;
}

export type JobEvent =
  | { readonly kind: 'begin'; readonly jobs: readonly Job[] }
  | { readonly kind: 'answered'; readonly reply: Reply }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'rested' };

export type JobDeed =
  { readonly kind: 'ask'; readonly request: Request } | { readonly kind: 'rest'; readonly ms: number };
export type JobStep = MachineStep<JobState, JobDeed, readonly (readonly number[])[]>;

const TRIES = 3;
/** A reply names neither its question nor its address: a late one has to fall into the pause. */
const PAUSE_MS = 300;
/** Acknowledge, busy, and a gateway that waits: ask again later. */
const LATER: ReadonlySet<number> = new Set([0x05, 0x06, 0x0b]);
/** What a unit says that doesn't hold what it was told. */
const NOT_TAKEN = 0;

export function jobsAtStart(faults: JobFaults): JobState {
  return { jobs: [], asked: null, results: [], tries: 0, faults };
}

export function step(state: JobState, event: JobEvent | Ending): JobStep {
  switch (event.kind) {
    case 'lost':
      return failed(state, LOST);
    case 'ended':
      return failed(state, CANCELED);
    case 'begin':
      return next({ ...state, jobs: event.jobs, results: [], tries: 0 });
    case 'rested':
      return next(state);
    case 'unanswered':
      return again(state, state.faults.silent);
    case 'answered':
      return answered(state, event.reply);
  }
}

function answered(state: JobState, reply: Reply): JobStep {
  const [job, ...jobs] = state.jobs;
  if (job === undefined) throw new Error('nothing was asked');
  switch (reply.kind) {
    case 'exception':
      return LATER.has(reply.code)
        ? again(state, state.faults.refused(reply.code))
        : failed(state, state.faults.refused(reply.code));
    case 'written': {
      if (job.kind === 'write' && job.proven)
        return ask(state, { kind: 'read', area: job.area, address: job.address, count: job.values.length });
      return next({ ...state, jobs, tries: 0 });
    }
    case 'values': {
      const { values } = reply;
      if (job.kind === 'read') return next({ ...state, jobs, tries: 0, results: [...state.results, values] });
      const taken = values.every((value, index) => value === job.values[index]);
      return taken ? next({ ...state, jobs, tries: 0 }) : again(state, state.faults.refused(NOT_TAKEN));
    }
  }
}

/** The same job from its beginning, after a pause. */
function again(state: JobState, fault: DeviceFault): JobStep {
  if (state.tries + 1 >= TRIES) return failed(state, fault);
  return { state: { ...state, tries: state.tries + 1 }, next: { kind: 'rest', ms: PAUSE_MS } };
}

function next(state: JobState): JobStep {
  const [job] = state.jobs;
  if (job === undefined) return { state, next: { kind: 'complete', completion: ok(state.results) } };
  return ask(state, job);
}

function ask(state: JobState, request: Request): JobStep {
  return { state: { ...state, asked: request }, next: { kind: 'ask', request } };
}

function failed(state: JobState, fault: DeviceFault): JobStep {
  return { state, next: { kind: 'complete', completion: fail(fault) } };
}
