/** What the machine makes of credits that were read: tapes that go on or break, and events that wait to be told. */
import type { CoinState } from './state.ts';
import { beginTape, follow, markOf, type Credits, type Tape } from './tape.ts';

export function noticed(state: CoinState, seen: Credits): CoinState {
  const { serial, tapes } = state;
  if (serial === null) throw new Error('credits of an acceptor that nobody has asked who it is');
  const last = tapes.at(-1);
  if (last === undefined) return began(state, beginTape(serial, epochOf(state), seen, false));
  if (last.serial !== serial) return began(state, beginTape(serial, epochOf(state), seen, true));
  const followed = follow(last, seen);
  if (followed !== null) {
    const told = followed.fresh.map((event) => ({ mark: markOf(last, event.n), event }));
    const untold = [...state.untold, ...told];
    return { ...state, tapes: [...tapes.slice(0, -1), followed.tape], untold, suspect: false };
  }
  if (!state.suspect) return { ...state, suspect: true };
  // Nothing can have fallen into an acceptor that was shut when we last heard it: then nothing is missing either.
  const afterGap = state.gate !== 'shut' || seen.counter !== 0;
  return began(state, beginTape(serial, epochOf(state), seen, afterGap));
}

/** The gate we opened is shut, and we didn't shut it: what fell before the reset is forgotten. */
export function wasReset(state: CoinState): CoinState {
  const last = state.tapes.at(-1);
  if (last === undefined) throw new Error('a gate is opened only after credits were read');
  return began(state, beginTape(last.serial, epochOf(state), last.seen, true));
}

/** A new tape means that the acceptor forgot what it may take; somebody has to ask what happened before money moves. */
function began(state: CoinState, tape: Tape): CoinState {
  return {
    ...state,
    tapes: [...state.tapes, tape],
    epochs: state.epochs + 1,
    gate: 'unknown',
    taken: [],
    opened: false,
    reconciled: false,
    suspect: false,
    quiet: null,
  };
}

function epochOf({ life, epochs }: CoinState): string {
  return `${life}.${epochs}`;
}
