/**
 * The coin acceptor's life as a pure reducer: state × event → state and the one thing to do next. Every task reads the
 * credits first; a coin is in the box when the event counter says so, and what the counter cannot prove is `missed`.
 */
import type { CashUnit } from '#contract/devices/cash-acceptor.ts';
import type { DeviceFault } from '#contract/devices/completion.ts';
import { fail, ok } from '#contract/result.ts';
import type { CashDone } from '../cash/cash-tasks.ts';
import { cashFaults } from '../cash/faults.ts';
import { CANCELED, LOST } from '../service/run.ts';
import { maskOf, POSITIONS, valueFenOf, type CoinAnswer, type HeaderName } from './codec.ts';
import { noticed, wasReset } from './credits.ts';
import { aboutMoney, happening, tellFirst } from './telling.ts';
import type { CoinState, Heard, Step } from './state.ts';
import { since, type Tape } from './tape.ts';

/** Five events are remembered and four coins a second can fall: 1.25 s, so this may fail a few times. */
export const POLL_MS = 200;
/** From the gate to the credit sensor a coin takes less than a second. */
const QUIET_POLLS = 7;
const BUSY_MS = 200;
const BUSY_LIMIT = 25;
/** After a lost name: as long as a late one may take, so that it isn't taken for the next coin's. */
const LATE_NAME_MS = 1_000;
/** A name that comes twice is over by then, and isn't taken for the next coin's. */
const BETWEEN_NAMES_MS = 30;
const TRIES = 3;

export function step(state: CoinState, event: Heard): Step {
  switch (event.kind) {
    case 'lost':
      return failed(state, LOST);
    case 'ended':
      return failed(state, CANCELED);
    case 'begin':
      return begin({
        ...state,
        task: event.task,
        names: [],
        tries: 0,
        busy: 0,
        quiet: null,
        suspect: false,
        checked: false,
        proving: false,
      });
    case 'rested':
      return { state, next: state.asked };
    case 'unanswered':
      return unanswered(state);
    case 'answered':
      return answered(state, event.answer);
  }
}

function begin(state: CoinState): Step {
  const { task } = state;
  if (task.kind === 'start' && !state.reconciled) return failed(state, cashFaults.notReconciled);
  if (task.kind === 'accept') {
    if (!state.reconciled) return failed(state, cashFaults.notReconciled);
    const told = tellFirst(state);
    if (told) return told;
    if (state.gate !== 'open') return failed(state, cashFaults.notStarted);
  }
  return ask(state, state.serial === null ? 'serial' : 'credits');
}

function unanswered(state: CoinState): Step {
  switch (state.asked.name) {
    case 'coinId':
      return state.tries < TRIES ? readNames(state, LATE_NAME_MS) : failed(state, cashFaults.silent);
    case 'selfCheck':
      // A header that an acceptor doesn't know gets no answer: then its credits show that it is there.
      return ask(state, 'credits');
    default:
      return failed(state, cashFaults.silent);
  }
}

function answered(state: CoinState, answer: CoinAnswer): Step {
  switch (answer.kind) {
    case 'busy':
      if (state.busy >= BUSY_LIMIT) return failed(state, cashFaults.silent);
      return { state: { ...state, busy: state.busy + 1 }, next: { kind: 'rest', ms: BUSY_MS } };
    case 'nack':
      return state.asked.name === 'selfCheck'
        ? complete(state, { kind: 'done' })
        : failed(state, cashFaults.broken(0x05));
    case 'serial':
      return ask({ ...state, serial: answer.serial }, 'credits');
    case 'credits': {
      const next = noticed(state, answer);
      if (next.suspect) return ask(next, 'credits');
      // 0 after 0 may be two resets: only the gate, which a reset shuts, tells them apart.
      return next.opened && answer.counter === 0
        ? ask({ ...next, proving: true }, 'masterInhibitNow')
        : withCredits(next);
    }
    case 'coinId':
      return withName({ ...state, names: [...state.names, answer.text] });
    case 'ack':
      return ask(state, state.asked.name === 'inhibitMask' ? 'inhibitMaskNow' : 'masterInhibitNow');
    case 'mask':
      return isSame(answer.positions, state.taken) ? ask(state, 'masterInhibit', [1]) : takeAgain(state);
    case 'master':
      return withGate(state, answer.open);
    case 'selfCheck':
      return answer.code === 0 ? complete(state, { kind: 'done' }) : failed(state, cashFaults.broken(answer.code));
  }
}

function withCredits(state: CoinState): Step {
  const { task } = state;
  switch (task.kind) {
    case 'listen':
      return complete(state, { kind: 'done' });
    case 'check':
      if (state.gate === 'unknown') return shutting(state);
      if (state.gate === 'open' || state.checked) return complete(state, { kind: 'done' });
      return ask({ ...state, checked: true }, 'selfCheck');
    case 'end':
      return shutting(state);
    case 'accept':
      if (!state.reconciled) return failed(state, cashFaults.notReconciled);
      return tellFirst(state) ?? again(state, POLL_MS);
    case 'unit':
    case 'reconcile':
    case 'start':
      return withCoins(state);
  }
}

function withCoins(state: CoinState): Step {
  const known = state.values[state.serial ?? ''];
  return known === undefined ? readNames(state, null) : withValues(state, known);
}

/** Shuts the gate, lets what is on its way fall, and is done. */
function shutting(state: CoinState): Step {
  if (state.gate === 'shut' && state.quiet === null) return complete(state, { kind: 'done' });
  if (state.quiet === null) return ask({ ...state, gate: 'unknown' }, 'masterInhibit', [0]);
  if (state.quiet < QUIET_POLLS) return again({ ...state, quiet: state.quiet + 1 }, POLL_MS);
  const shut: CoinState = { ...state, gate: 'shut', taken: [], untold: state.untold.filter(aboutMoney) };
  return state.task.kind === 'check' ? withCredits(shut) : complete(shut, { kind: 'done' });
}

function withGate(state: CoinState, open: boolean): Step {
  if (state.proving) return withCredits({ ...(open ? state : wasReset(state)), proving: false });
  if (state.task.kind !== 'start')
    return open ? shutAgain(state) : ask({ ...state, opened: false, quiet: 0 }, 'credits');
  return open ? complete({ ...state, gate: 'open', opened: true }, { kind: 'done' }) : takeAgain(state);
}

function shutAgain(state: CoinState): Step {
  if (state.tries >= TRIES) return failed(state, cashFaults.broken(0));
  return ask({ ...state, tries: state.tries + 1 }, 'masterInhibit', [0]);
}

function takeAgain(state: CoinState): Step {
  if (state.tries >= TRIES) return failed(state, cashFaults.broken(0));
  return ask({ ...state, tries: state.tries + 1 }, 'inhibitMask', maskOf(state.taken));
}

/** Reads the names of the coins up and then down: a late name of another coin would come out differently. */
function readNames(state: CoinState, afterMs: number | null): Step {
  const first: CoinState = {
    ...state,
    names: [],
    tries: state.tries + 1,
    asked: { kind: 'ask', name: 'coinId', data: [1] },
  };
  return { state: first, next: afterMs === null ? first.asked : { kind: 'rest', ms: afterMs } };
}

function withName(state: CoinState): Step {
  const count = state.names.length;
  if (count < 2 * POSITIONS) {
    const position = count < POSITIONS ? count + 1 : 2 * POSITIONS - count;
    const asked = { kind: 'ask', name: 'coinId', data: [position] } as const;
    return { state: { ...state, asked }, next: { kind: 'rest', ms: BETWEEN_NAMES_MS } };
  }
  const up = state.names.slice(0, POSITIONS);
  if (!isSame(up, state.names.slice(POSITIONS).toReversed()))
    return state.tries < TRIES ? readNames(state, LATE_NAME_MS) : failed(state, cashFaults.silent);
  const valuesFen = up.map((name) => valueFenOf(name, state.unitFen));
  return withValues({ ...state, values: { ...state.values, [state.serial ?? '']: valuesFen }, tries: 0 }, valuesFen);
}

function withValues(state: CoinState, valuesFen: readonly (number | null)[]): Step {
  const { task } = state;
  if (task.kind === 'unit') return complete(state, { kind: 'unit', unit: unitOf(state, valuesFen) });
  if (task.kind === 'reconcile') return reconcile(state, task.since);
  if (task.kind !== 'start') throw new Error(`nobody asked for values: ${task.kind}`);
  if (!state.reconciled || state.untold.some(aboutMoney)) return failed(state, cashFaults.notReconciled);
  const taken = valuesFen.flatMap((value, index) =>
    value !== null && task.acceptFen.includes(value) ? [index + 1] : [],
  );
  if (taken.length === 0) return failed(state, cashFaults.noSuchItem);
  return ask({ ...state, taken, gate: 'unknown', untold: [] }, 'inhibitMask', maskOf(taken));
}

function reconcile(state: CoinState, mark: string | null): Step {
  const [first, ...rest] = state.tapes;
  if (first === undefined) throw new Error('credits were read, so there is a tape');
  const tapes: readonly [Tape, ...Tape[]] = [first, ...rest];
  const { events, upTo, missed, tapes: left } = since(tapes, mark);
  const happened = events.flatMap(({ mark: each, event }) => happening(state, each, event));
  const knows: CoinState = { ...state, tapes: left, untold: [], reconciled: true };
  return complete(knows, { kind: 'happened', happened, upTo, missed });
}

function unitOf({ serial, taken, gate }: CoinState, valuesFen: readonly (number | null)[]): CashUnit {
  const isTaken = (fen: number): boolean =>
    gate === 'open' && taken.some((position) => valuesFen[position - 1] === fen);
  const values = [...new Set(valuesFen.filter((value) => value !== null))].toSorted((a, b) => a - b);
  const denominations = values.map((valueFen) => ({ valueFen, enabled: isTaken(valueFen) }));
  return { kind: 'coins', currency: 'CNY', serial, denominations, escrow: false };
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((each, index) => each === others[index]);
}

function ask(state: CoinState, name: HeaderName, data: readonly number[] = []): Step {
  const asked = { kind: 'ask', name, data } as const;
  return { state: { ...state, asked }, next: asked };
}

/** The credits again, after a while. */
function again(state: CoinState, ms: number): Step {
  return { state: { ...state, asked: { kind: 'ask', name: 'credits', data: [] } }, next: { kind: 'rest', ms } };
}

function failed(state: CoinState, fault: DeviceFault): Step {
  return { state, next: { kind: 'complete', completion: fail(fault) } };
}

function complete(state: CoinState, done: CashDone): Step {
  return { state, next: { kind: 'complete', completion: ok(done) } };
}
