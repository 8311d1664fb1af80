/**
 * The supply as a pure reducer: who it is once, then how it is. Its lines have no checksum, so a changed state of the
 * mains or the battery is believed when it was told twice in a row.
 */
import type { DeviceFault } from '#contract/devices/completion.ts';
import { fail, ok } from '#contract/result.ts';
import type { Ending, MachineStep } from '../service/run-machine.ts';
import { CANCELED, LOST } from '../service/run.ts';
import type { Flags, QuestionName, UpsAnswer } from './codec.ts';

export type Reading = Extract<UpsAnswer, { kind: 'status' }>;

export interface UpsState {
  readonly asked: QuestionName;
  /** undefined: not asked yet; null: it doesn't say. */
  readonly name: string | null | undefined;
  readonly ratedVolts: number | null | undefined;
  /** What was told twice. */
  readonly believed: Flags | null;
  /** What was told once. */
  readonly told: Flags | null;
  /** How often it told something new since it was asked for this. */
  readonly changes: number;
}

export type UpsEvent =
  | { readonly kind: 'begin' }
  | { readonly kind: 'answered'; readonly answer: UpsAnswer }
  | { readonly kind: 'unanswered'; readonly garbled: boolean };

export type UpsDeed = { readonly kind: 'ask'; readonly name: QuestionName };
export type UpsStep = MachineStep<UpsState, UpsDeed, Reading>;

/** Told something new as often in one go, it makes no sense. */
const CHANGES = 4;

export const upsFaults = {
  silent: { code: 'auxiliaries.silent', completion: 'deviceNotReady', detail: 'no answer' },
  garbled: { code: 'device.protocol', completion: 'deviceNotReady', detail: 'answers make no sense' },
  broken: { code: 'auxiliaries.broken', completion: 'hardwareError', detail: 'UPS failed' },
} as const satisfies Record<string, DeviceFault>;

export const upsAtStart: UpsState = {
  asked: 'status',
  name: undefined,
  ratedVolts: undefined,
  believed: null,
  told: null,
  changes: 0,
};

export function step(state: UpsState, event: UpsEvent | Ending): UpsStep {
  switch (event.kind) {
    case 'lost':
      return failed({ ...upsAtStart }, LOST);
    case 'ended':
      return failed(state, CANCELED);
    case 'begin':
      return ask({ ...state, told: null, changes: 0 }, 'status');
    case 'unanswered':
      return unanswered(state, event.garbled);
    case 'answered':
      return answered(state, event.answer);
  }
}

function unanswered(state: UpsState, garbled: boolean): UpsStep {
  // Not every supply knows these two; its status it must tell.
  if (state.asked === 'rating') return ask({ ...state, ratedVolts: null }, 'status');
  if (state.asked === 'identity') return ask({ ...state, name: null }, 'status');
  return failed({ ...state, believed: null }, garbled ? upsFaults.garbled : upsFaults.silent);
}

function answered(state: UpsState, answer: UpsAnswer): UpsStep {
  switch (answer.kind) {
    case 'rating':
      return ask({ ...state, ratedVolts: answer.volts }, 'status');
    case 'identity':
      return ask({ ...state, name: answer.name }, 'status');
    case 'status': {
      if (state.ratedVolts === undefined) return ask(state, 'rating');
      if (state.name === undefined) return ask(state, 'identity');
      const { flags } = answer;
      if (!isSame(flags, state.believed) && !isSame(flags, state.told)) {
        if (state.changes >= CHANGES) return failed({ ...state, believed: null }, upsFaults.garbled);
        return ask({ ...state, told: flags, changes: state.changes + 1 }, 'status');
      }
      return { state: { ...state, believed: flags }, next: { kind: 'complete', completion: ok(answer) } };
    }
  }
}

function isSame(flags: Flags, others: Flags | null): boolean {
  if (others === null) return false;
  return (Object.keys(flags) as (keyof Flags)[]).every((name) => flags[name] === others[name]);
}

function ask(state: UpsState, name: QuestionName): UpsStep {
  return { state: { ...state, asked: name }, next: { kind: 'ask', name } };
}

function failed(state: UpsState, fault: DeviceFault): UpsStep {
  return { state, next: { kind: 'complete', completion: fail(fault) } };
}
