/**
 * What is known of a note validator, and what each of its words changes in that, whatever we are doing. A note is
 * counted where the validator says `stacked`, once for each note that was seen in escrow.
 */
import type { CashHappening } from '#contract/devices/cash-acceptor.ts';
import type { CashTask } from './cash-tasks.ts';
import { isOutcome, type NoteCondition } from './note-words.ts';

export type Task =
  | CashTask
  | { readonly kind: 'hold' }
  | { readonly kind: 'settle'; readonly order: 'stack' | 'giveBack'; readonly mark: string };

export interface NotesState {
  readonly task: Task;
  readonly doing: 'idle' | 'polling' | 'resting' | 'learning' | 'enabling' | 'ordering';
  /** Of this task: polls so far, whether the validator was told to do what it is about, and what was seen on the way. */
  readonly polls: number;
  readonly ordered: boolean;
  readonly entering: boolean;
  readonly leaving: boolean;
  /** It stays at its start until it is told what to take. */
  readonly setUpWhileStarting: boolean;
  /** Names every note of this driver's life. */
  readonly life: string;
  readonly notes: number;
  readonly newest: string | null;
  readonly serial: string | null;
  readonly valuesFen: readonly (number | null)[] | null;
  /** Bills taken since the last start. */
  readonly enabled: readonly number[];
  readonly escrow: { readonly bill: number; readonly mark: string; readonly holds: number } | null;
  /** The note whose outcome the validator says still, because nobody has acknowledged it. */
  readonly saying: string | null;
  /** Whoever was told that outcome has come back with another command, so has written it down: it may be forgotten. */
  readonly written: boolean;
  /** Somebody has asked what happened since the validator was last reached or switched on. */
  readonly reconciled: boolean;
  /** It says still that it was switched on, and somebody knows: now it may be reset, which makes it forget. */
  readonly knownPowerUp: boolean;
  /** What became of notes while nobody had asked: told at the next `reconcile`. */
  readonly unclaimed: readonly CashHappening[];
}

/** `life` must be a name that was never used before: two notes of one mark would be one note. */
export function notesAtStart(life: string, setUpWhileStarting: boolean): NotesState {
  return {
    task: { kind: 'check' },
    doing: 'idle',
    polls: 0,
    ordered: false,
    entering: false,
    leaving: false,
    setUpWhileStarting,
    life,
    notes: 0,
    newest: null,
    serial: null,
    valuesFen: null,
    enabled: [],
    escrow: null,
    saying: null,
    written: false,
    reconciled: false,
    knownPowerUp: false,
    unclaimed: [],
  };
}

/** The cable was away: it may be another validator, and what happened to a note in escrow nobody saw. */
export function reconnected(state: NotesState): NotesState {
  const { life, setUpWhileStarting, notes, newest, unclaimed } = state;
  return { ...notesAtStart(life, setUpWhileStarting), notes, newest, unclaimed };
}

/** What only the ledger asks for; anybody may ask for the rest. */
const LEDGER_TASKS: ReadonlySet<Task['kind']> = new Set(['start', 'accept', 'settle', 'end', 'reconcile']);

/** A task begins; every one that whoever calls has asked for says that what he was told before is written down. */
export function taskBegun(state: NotesState, task: Task): NotesState {
  const { saying, unclaimed } = state;
  const asked = LEDGER_TASKS.has(task.kind) && !(task.kind === 'end' && task.own);
  const told = saying !== null && !unclaimed.some(({ mark }) => mark === saying);
  const written = state.written || (asked && told);
  return { ...state, task, written, polls: 0, ordered: false, entering: false, leaving: false };
}

/**
 * May what the validator just said be acknowledged? An outcome only when it is known, told and written down. Anything
 * else only when the acknowledgement can't be taken for that of an outcome which is still on its way to us: replies
 * don't name their question, so on a line that repeats or delays, nothing is acknowledged while a note is under way.
 */
export function mayForget(state: NotesState, condition: NoteCondition, lineIsClean: boolean): boolean {
  if (!isOutcome(condition)) return lineIsClean || (state.escrow === null && isReconciled(state));
  if (state.saying !== null) return state.written;
  // A note that was never offered to anybody went back to whoever put it in.
  return condition.is === 'returned' && state.escrow === null && state.reconciled;
}

export function valueOf(state: NotesState, bill: number | null): number | null {
  return bill === null ? null : (state.valuesFen?.[bill] ?? null);
}

/** What a condition means whatever we are doing. */
export function noticed(state: NotesState, condition: NoteCondition): NotesState {
  switch (condition.is) {
    case 'powerUp':
      if (state.knownPowerUp) return state;
      // What it was about to say it has forgotten; what it knows still is in the kind of its power-up.
      return { ...settledDown(state), escrow: null, enabled: [], valuesFen: null, reconciled: false };
    case 'stacked':
    case 'returned':
      return outcomeSeen({ ...state, knownPowerUp: false }, condition.is, condition.bill);
    case 'escrow':
      return inEscrow({ ...settledDown(state), knownPowerUp: false }, condition.bill);
    case 'idle':
    case 'disabled':
    case 'accepting':
      return escrowEmpty({ ...settledDown(state), knownPowerUp: false });
    default:
      return { ...state, knownPowerUp: false };
  }
}

/** It does something else now, so it has stopped saying what became of the last note. */
function settledDown(state: NotesState): NotesState {
  return { ...state, saying: null, written: false };
}

function inEscrow(state: NotesState, bill: number): NotesState {
  if (state.escrow?.bill === bill) return state;
  const emptied = state.escrow === null ? state : replaced(state, state.escrow);
  const value = valueOf(state, bill);
  const wanted =
    state.task.kind === 'accept' && isReconciled(emptied) && state.enabled.includes(bill) && value !== null;
  if (!wanted) return emptied;
  const named = nextMark(emptied);
  return { ...named.state, escrow: { bill, mark: named.mark, holds: 0 } };
}

/** Another note lies there: the one before went back, unless it was ordered into the box and may be in it. */
function replaced(state: NotesState, { mark, bill }: { readonly mark: string; readonly bill: number }): NotesState {
  const { task, ordered, leaving } = state;
  const mayBeIn = task.kind === 'settle' && task.order === 'stack' && ordered && !leaving;
  return unclaimed(state, { mark, place: mayBeIn ? 'inDoubt' : 'returned', valueFen: valueOf(state, bill) });
}

/** A note that was never ordered anywhere and isn't there any more went back. An order in course says so itself. */
function escrowEmpty(state: NotesState): NotesState {
  const { escrow, task } = state;
  if (escrow === null || (task.kind === 'settle' && task.mark === escrow.mark)) return state;
  return unclaimed(state, { mark: escrow.mark, place: 'returned', valueFen: valueOf(state, escrow.bill) });
}

function outcomeSeen(state: NotesState, place: 'stacked' | 'returned', bill: number | null): NotesState {
  const { escrow } = state;
  const valueFen = valueOf(state, bill ?? escrow?.bill ?? null);
  const at = place === 'stacked' ? 'stored' : 'returned';
  if (escrow !== null)
    return { ...unclaimed(state, { mark: escrow.mark, place: at, valueFen }), saying: escrow.mark, written: false };
  if (state.saying !== null || !state.reconciled || place === 'returned') return state;
  // It took a note without asking: a validator that doesn't know escrow, or is set to ignore it.
  const { state: named, mark } = nextMark(state);
  return { ...unclaimed(named, { mark, place: at, valueFen }), saying: mark, written: false };
}

function unclaimed(state: NotesState, happening: CashHappening): NotesState {
  return { ...state, escrow: null, unclaimed: [...state.unclaimed, happening] };
}

function nextMark(state: NotesState): { readonly state: NotesState; readonly mark: string } {
  const notes = state.notes + 1;
  const mark = `${state.life}:${notes}`;
  return { state: { ...state, notes, newest: mark }, mark };
}

/** The outcome of this note, taken out of what nobody has asked for yet; null when there is none. */
export function claim(
  state: NotesState,
  mark: string,
): { readonly state: NotesState; readonly happening: CashHappening } | null {
  const happening = state.unclaimed.find((each) => each.mark === mark);
  if (!happening) return null;
  const rest = state.unclaimed.filter((each) => each !== happening);
  return { state: { ...state, unclaimed: rest }, happening };
}

/** Nothing happened that nobody has asked about: money may move. */
export function isReconciled({ reconciled, unclaimed: open }: NotesState): boolean {
  return reconciled && open.length === 0;
}
