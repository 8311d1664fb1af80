/** What the coin driver knows between and within commands, and the words its machine speaks. */
import type { CashDone, CashTask } from '../cash/cash-tasks.ts';
import type { Ending, MachineStep } from '../service/run-machine.ts';
import type { CoinAnswer, HeaderName } from './codec.ts';
import type { CoinEvent, Tape } from './tape.ts';

export type Task = CashTask | { readonly kind: 'listen' };

export interface Untold {
  readonly mark: string;
  readonly event: CoinEvent;
}

export interface CoinState {
  readonly task: Task;
  /** The question that is out, or was last. */
  readonly asked: Deed & { readonly kind: 'ask' };
  /** Names the epochs of this driver's life; the clock's time it began is in it. */
  readonly life: string;
  /** One unit of the acceptor's coin values. */
  readonly unitFen: number;
  /** null until the acceptor on this cable has said who it is. */
  readonly serial: string | null;
  /** Oldest first; empty until the first credits were read. */
  readonly tapes: readonly Tape[];
  readonly epochs: number;
  /** Events that no command has told yet; each is told once. */
  readonly untold: readonly Untold[];
  /** What each acceptor that was on this cable calls its coins worth, by its serial and by position from 1. */
  readonly values: Readonly<Record<string, readonly (number | null)[]>>;
  /** Positions that are taken since the last start. */
  readonly taken: readonly number[];
  /** `open` and `shut` only once the acceptor has confirmed it; shut also means that no coin is on its way any more. */
  readonly gate: 'unknown' | 'open' | 'shut';
  /** It was open once and nobody has seen it shut by our order since. */
  readonly opened: boolean;
  /** The gate is asked for to see whether it was reset. */
  readonly proving: boolean;
  /** Somebody has asked what happened since the last break. */
  readonly reconciled: boolean;
  /** It said something that breaks the tape: believed when it says so again. */
  readonly suspect: boolean;
  /** The names of the coins as read in this task: the first time up, the second time down. */
  readonly names: readonly string[];
  readonly tries: number;
  /** How often it was busy within this task. */
  readonly busy: number;
  /** Credits read since the gate was shut in this task; null before. */
  readonly quiet: number | null;
  /** This task has asked for the self-check. */
  readonly checked: boolean;
}

export type CoinsEvent =
  | { readonly kind: 'begin'; readonly task: Task }
  | { readonly kind: 'answered'; readonly answer: CoinAnswer }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'rested' };

export type Deed =
  | { readonly kind: 'ask'; readonly name: HeaderName; readonly data: readonly number[] }
  /** Afterwards what was asked last is asked again. */
  | { readonly kind: 'rest'; readonly ms: number };

export type Heard = CoinsEvent | Ending;
export type Step = MachineStep<CoinState, Deed, CashDone>;

export function coinsAtStart(life: string, unitFen: number): CoinState {
  return {
    task: { kind: 'check' },
    asked: { kind: 'ask', name: 'credits', data: [] },
    life,
    unitFen,
    serial: null,
    tapes: [],
    epochs: 0,
    untold: [],
    values: {},
    taken: [],
    gate: 'unknown',
    opened: false,
    proving: false,
    reconciled: false,
    suspect: false,
    names: [],
    tries: 0,
    busy: 0,
    quiet: null,
    checked: false,
  };
}

/** The cable was away: it may be another acceptor now, and what it takes nobody knows. What the tapes hold stays true. */
export function reconnected(state: CoinState): CoinState {
  return { ...state, serial: null, gate: 'unknown', taken: [], suspect: false };
}
