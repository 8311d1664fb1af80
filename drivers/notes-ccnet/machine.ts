/**
 * The validator's life as a pure reducer: state × event → state and the one thing to do next. A note is counted where
 * the validator says `stacked`, once for each note that we saw in escrow; everything that can't be known is `inDoubt`.
 */
import type { CashHappening, CashItem, CashPlace, CashUnit } from '#contract/devices/cash-acceptor.ts';
import type { Completion, DeviceFault } from '#contract/devices/completion.ts';
import { fail, ok } from '#contract/result.ts';
import { cashFaults } from '../cash/faults.ts';
import type { Ending, MachineStep } from '../service/run-machine.ts';
import { CANCELED, LOST } from '../service/run.ts';
import { enableMask, unitOf, type Answer, type CommandName, type Condition } from './codec.ts';

/** The makers' programs poll every 100 to 200 ms. */
export const POLL_MS = 150;
/** A validator that starts takes up to half a minute to test its motors. */
const START_POLLS = 30_000 / POLL_MS;
/** From the order to the box: makers say 2 to 5 s. */
const STACK_POLLS = 12_000 / POLL_MS;
export const HOLD_MS = 10_000;

export type Task =
  | { readonly kind: 'check' | 'unit' | 'accept' | 'end' | 'hold' }
  | { readonly kind: 'start'; readonly acceptFen: readonly number[] }
  | { readonly kind: 'settle'; readonly order: 'stack' | 'giveBack'; readonly mark: string }
  | { readonly kind: 'reconcile'; readonly since: string | null };

export type Done =
  | { readonly kind: 'done' }
  | { readonly kind: 'unit'; readonly unit: CashUnit }
  | { readonly kind: 'item'; readonly item: CashItem }
  | { readonly kind: 'place'; readonly place: CashPlace }
  | { readonly kind: 'happened'; readonly happened: readonly CashHappening[] };

type Doing =
  'idle' | 'polling' | 'resting' | 'resetting' | 'identifying' | 'tabling' | 'enabling' | 'ordering' | 'holding';

export interface NotesState {
  readonly task: Task;
  readonly doing: Doing;
  readonly polls: number;
  /** Names every note of this driver's life; the clock's time it began is in it. */
  readonly life: string;
  readonly notes: number;
  readonly serial: string | null;
  readonly valuesFen: readonly (number | null)[] | null;
  /** Bill types taken since the last start. */
  readonly enabled: readonly number[];
  readonly escrow: { readonly bill: number; readonly mark: string } | null;
  /** Somebody has asked what happened since the validator was last reached or switched on. */
  readonly reconciled: boolean;
  /** It says still that it was switched on, and somebody knows: now it may be reset, which makes it forget. */
  readonly toldPowerUp: boolean;
  /** What became of notes while nobody had asked: told at the next `reconcile`. */
  readonly unclaimed: readonly CashHappening[];
  /** This task has told the validator what to take. */
  readonly ordered: boolean;
}

export type NotesEvent =
  | { readonly kind: 'begin'; readonly task: Task }
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'rested' };

export type Deed =
  | { readonly kind: 'ask'; readonly command: CommandName; readonly parameters?: readonly number[] }
  | { readonly kind: 'rest'; readonly ms: number };

export type Step = MachineStep<NotesState, Deed, Done>;

export function notesAtStart(life: string): NotesState {
  return {
    task: { kind: 'check' },
    doing: 'idle',
    polls: 0,
    life,
    notes: 0,
    serial: null,
    valuesFen: null,
    enabled: [],
    escrow: null,
    reconciled: false,
    toldPowerUp: false,
    unclaimed: [],
    ordered: false,
  };
}

/** The cable was away: it may be another validator, and what happened to a note in escrow nobody saw. */
export function reconnected(state: NotesState): NotesState {
  return { ...notesAtStart(state.life), notes: state.notes, unclaimed: state.unclaimed };
}

export function step(state: NotesState, event: NotesEvent | Ending): Step {
  if (event.kind === 'lost') return settledBy(state, LOST);
  if (event.kind === 'ended') return settledBy(state, CANCELED);
  if (event.kind === 'unanswered') return settledBy(state, cashFaults.silent);
  if (event.kind === 'begin') return begin({ ...state, task: event.task, polls: 0, ordered: false });
  if (event.kind === 'rested') return poll(state);
  return answered(state, event.answer);
}

function begin(state: NotesState): Step {
  const { task } = state;
  switch (task.kind) {
    case 'accept':
      return state.enabled.length === 0 ? failed(state, cashFaults.notStarted) : poll(state);
    case 'settle':
      if (state.escrow?.mark !== task.mark) return failed(state, cashFaults.noSuchItem);
      return ask({ ...state, doing: 'ordering' }, task.order);
    case 'hold':
      return state.escrow === null ? complete(state, { kind: 'done' }) : ask({ ...state, doing: 'holding' }, 'hold');
    case 'start':
      return state.reconciled ? poll(state) : failed(state, cashFaults.notReconciled);
    default:
      return poll(state);
  }
}

function answered(state: NotesState, answer: Answer): Step {
  switch (answer.kind) {
    case 'condition':
      return saw(noticed(state, answer.condition), answer.condition);
    case 'identity':
      return ask({ ...state, serial: answer.serial, doing: 'tabling' }, 'billTable');
    case 'table':
      return withTable({ ...state, valuesFen: answer.valuesFen });
    case 'ack':
      return state.doing === 'holding' ? complete(state, { kind: 'done' }) : rest(state);
    case 'nak':
      // It can't stack or give back what it doesn't hold any more: only polling tells where the note went.
      return state.doing === 'ordering' ? rest(state) : settledBy(state, cashFaults.broken(0x30));
  }
}

/** What a condition means whatever we are doing. */
function noticed(state: NotesState, condition: Condition): NotesState {
  if (condition.is === 'powerUp') {
    const { toldPowerUp } = state;
    return { ...state, escrow: null, enabled: [], reconciled: toldPowerUp, valuesFen: null };
  }
  const on = { ...state, toldPowerUp: false };
  if (condition.is === 'escrow' && state.escrow === null) {
    const notes = state.notes + 1;
    return { ...on, notes, escrow: { bill: condition.bill, mark: `${state.life}:${notes}` } };
  }
  const settled = condition.is === 'stacked' || condition.is === 'returned';
  if (!settled || state.escrow === null || ASKS_FOR_IT.has(state.task.kind)) return on;
  // The validator says this once: our acknowledgement makes it forget, so we don't.
  const place = condition.is === 'stacked' ? 'stored' : 'returned';
  const valueFen = state.valuesFen?.[condition.bill] ?? null;
  const unclaimed = [...state.unclaimed, { mark: state.escrow.mark, place, valueFen } as const];
  return { ...on, escrow: null, unclaimed, reconciled: false };
}

/** Tasks that deal with the outcome of a note themselves. */
const ASKS_FOR_IT: ReadonlySet<Task['kind']> = new Set(['settle', 'reconcile']);

function saw(state: NotesState, condition: Condition): Step {
  const fault = faultOf(condition);
  switch (state.task.kind) {
    case 'check':
    case 'hold':
      return fault ? failed(state, fault) : complete(state, { kind: 'done' });
    case 'accept':
      return whileAccepting(state, condition, fault);
    case 'settle':
      return whileSettling(state, condition, fault);
    case 'reconcile':
      return whileReconciling(state, state.task.since, condition, fault);
    case 'end':
      return whileEnding(state, condition, fault);
    case 'unit':
    case 'start':
      return whilePreparing(state, condition, fault);
  }
}

function whileAccepting(state: NotesState, condition: Condition, fault: DeviceFault | null): Step {
  if (fault) return failed(state, fault);
  if (condition.is === 'escrow' && state.escrow) {
    const valueFen = state.valuesFen?.[condition.bill] ?? null;
    // A bill that isn't in the table can't be worth anything to us: it is given back.
    if (valueFen === null) return ask({ ...state, doing: 'polling' }, 'giveBack');
    const { mark } = state.escrow;
    return complete(state, { kind: 'item', item: { position: 'escrow', valueFen, mark, holdMs: HOLD_MS } });
  }
  if (condition.is === 'refusing') return { ...failed(state, cashFaults.refused(condition.why)), tell: [REFUSED] };
  if (condition.is === 'powerUp') return failed(state, cashFaults.notReconciled);
  const left = condition.is === 'holding' ? state : { ...state, escrow: null };
  return rest(left, condition.is === 'accepting' ? [INSERTED] : []);
}

function whileSettling(state: NotesState, condition: Condition, fault: DeviceFault | null): Step {
  if (condition.is === 'stacked') return placed(state, 'stored');
  if (condition.is === 'returned') return { ...placed(state, 'returned'), tell: [TAKEN] };
  // Switched off in between: where the note is, it says itself.
  if (condition.is === 'powerUp')
    return placed(
      state,
      condition.bill === 'inStacker' ? 'stored' : condition.bill === 'inValidator' ? 'returned' : 'inDoubt',
    );
  if (fault || state.polls >= STACK_POLLS) return placed(state, 'inDoubt');
  return rest(state);
}

function whileReconciling(
  state: NotesState,
  since: string | null,
  condition: Condition,
  fault: DeviceFault | null,
): Step {
  const mark = state.escrow?.mark ?? since ?? `${state.life}:before`;
  const knows = { ...state, escrow: null, unclaimed: [], reconciled: true, toldPowerUp: condition.is === 'powerUp' };
  const happened = (place: CashPlace, bill: number | null): Step => {
    const valueFen = bill === null ? null : (state.valuesFen?.[bill] ?? null);
    return complete(knows, { kind: 'happened', happened: [...state.unclaimed, { mark, place, valueFen }] });
  };
  if (condition.is === 'powerUp' && condition.bill !== 'none')
    return happened(condition.bill === 'inStacker' ? 'stored' : 'returned', null);
  if (condition.is === 'stacked') return happened('stored', condition.bill);
  if (condition.is === 'returned') return happened('returned', condition.bill);
  if (fault) return failed(state, fault);
  // A note that waits there since before we came: it goes back to whoever put it in.
  if (condition.is === 'escrow') return ask({ ...state, doing: 'ordering' }, 'giveBack');
  const moving = condition.is === 'stacking' || condition.is === 'returning' || condition.is === 'accepting';
  if (moving && state.polls < STACK_POLLS) return rest(state);
  return complete(knows, { kind: 'happened', happened: state.unclaimed });
}

function whileEnding(state: NotesState, condition: Condition, fault: DeviceFault | null): Step {
  if (condition.is === 'escrow') return ask({ ...state, doing: 'ordering' }, 'giveBack');
  if (fault) return failed({ ...state, enabled: [] }, fault);
  if (condition.is === 'disabled' || condition.is === 'powerUp')
    return complete({ ...state, enabled: [], escrow: null }, { kind: 'done' });
  if (condition.is === 'idle' && !state.ordered) return enable({ ...state, enabled: [] });
  return state.polls < STACK_POLLS ? rest(state) : failed(state, cashFaults.broken(0));
}

/** Through the start of the motors to a validator that knows its bills and takes those that are wanted. */
function whilePreparing(state: NotesState, condition: Condition, fault: DeviceFault | null): Step {
  if (fault) return failed(state, fault);
  if (condition.is === 'powerUp') {
    if (state.task.kind === 'unit') return ask({ ...state, doing: 'identifying' }, 'identify');
    return state.reconciled ? ask({ ...state, doing: 'resetting' }, 'reset') : failed(state, cashFaults.notReconciled);
  }
  if (condition.is === 'starting' || condition.is === 'busy')
    return state.polls < START_POLLS ? rest(state) : failed(state, cashFaults.silent);
  if (state.valuesFen === null) return ask({ ...state, doing: 'identifying' }, 'identify');
  if (!state.ordered) return withTable(state);
  if (condition.is === 'idle') return complete(state, { kind: 'done' });
  return state.polls < START_POLLS ? rest(state) : failed(state, cashFaults.broken(0));
}

function withTable(state: NotesState): Step {
  const { task, valuesFen, serial } = state;
  if (valuesFen === null) return failed(state, cashFaults.silent);
  if (task.kind !== 'start')
    return complete(state, { kind: 'unit', unit: unitOf(serial ?? '', valuesFen, state.enabled) });
  const types = valuesFen.flatMap((value, type) => (value !== null && task.acceptFen.includes(value) ? [type] : []));
  return types.length === 0 ? failed(state, cashFaults.noSuchItem) : enable({ ...state, enabled: types });
}

function enable(state: NotesState): Step {
  return ask({ ...state, doing: 'enabling', ordered: true }, 'enable', enableMask(state.enabled));
}

const INSERTED = { name: 'itemInserted' };
const REFUSED = { name: 'itemRefused' };
const TAKEN = { name: 'itemTaken' };

function faultOf(condition: Condition): DeviceFault | null {
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

/** Whatever ends an order before its outcome was seen leaves the note in doubt; anything else just fails. */
function settledBy(state: NotesState, fault: DeviceFault): Step {
  return state.task.kind === 'settle' && state.doing !== 'idle' ? placed(state, 'inDoubt') : failed(state, fault);
}

function placed(state: NotesState, place: CashPlace): Step {
  return complete(
    { ...state, escrow: null, reconciled: place === 'inDoubt' ? false : state.reconciled },
    { kind: 'place', place },
  );
}

function poll(state: NotesState): Step {
  return ask({ ...state, doing: 'polling', polls: state.polls + 1 }, 'poll');
}

function rest(state: NotesState, tell: Step['tell'] = []): Step {
  return { state: { ...state, doing: 'resting' }, tell, next: { kind: 'rest', ms: POLL_MS } };
}

function ask(state: NotesState, command: CommandName, parameters: readonly number[] = []): Step {
  return { state, next: { kind: 'ask', command, parameters } };
}

function failed(state: NotesState, fault: DeviceFault): Step {
  return end(state, fail(fault));
}

function complete(state: NotesState, done: Done): Step {
  return end(state, ok(done));
}

function end(state: NotesState, completion: Completion<Done>): Step {
  return { state: { ...state, doing: 'idle' }, next: { kind: 'complete', completion } };
}
