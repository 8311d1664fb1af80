/**
 * What happened while nobody listened. A validator without counters can only mean the newest note that was ever told;
 * a note that it still holds goes back to whoever put it in.
 */
import type { CashHappening, CashPlace } from '#contract/devices/cash-acceptor.ts';
import type { DeviceFault } from '#contract/devices/completion.ts';
import { cashFaults } from './faults.ts';
import { valueOf, type NotesState, type Task } from './note-state.ts';
import { complete, enable, failed, order, rest, START_POLLS, TRANSPORT_POLLS, type Step } from './note-steps.ts';
import type { NoteCondition } from './note-words.ts';

type Reconciling = Extract<Task, { kind: 'reconcile' }>;

export function whileReconciling(
  state: NotesState,
  { since }: Reconciling,
  condition: NoteCondition,
  fault: DeviceFault | null,
): Step {
  const mark = state.newest ?? since ?? `${state.life}:before`;
  const happened = (place: CashPlace, valueFen: number | null): Step =>
    told({ ...state, saying: mark, written: false }, { mark, place, valueFen });
  // That somebody tried to cheat it says once; what it does now comes after.
  if (fault && (condition.is !== 'cheated' || state.polls >= TRANSPORT_POLLS)) return failed(state, fault);
  switch (condition.is) {
    case 'powerUp':
      if (condition.bill === 'inStacker') return powerKnown(happened('stored', null));
      if (condition.bill === 'givenBack') return powerKnown(happened('returned', null));
      if (condition.bill === 'none') return powerKnown(told(state, null));
      // Once it is reset, it gives the note back and tests its motors; only then is the note out.
      return state.polls < START_POLLS ? order({ ...state, leaving: true }, 'reset') : stuck(state);
    case 'stacked':
    case 'returned':
      // Known already: seen in escrow by us, or told before and said again.
      if (state.saying !== null) return told(state, null);
      return happened(condition.is === 'stacked' ? 'stored' : 'returned', valueOf(state, condition.bill));
    case 'escrow':
    case 'holding':
      return state.polls < START_POLLS ? order({ ...state, leaving: true }, 'giveBack') : stuck(state);
    case 'returning':
      return wait({ ...state, leaving: true }, TRANSPORT_POLLS);
    case 'starting':
      if (state.setUpWhileStarting && !state.ordered) return enable({ ...state, enabled: [] });
      return wait(state, START_POLLS);
    case 'busy':
    case 'paused':
      return wait(state, START_POLLS);
    case 'idle':
      // Still taking notes, for nobody: as the driver before us left it.
      if (state.enabled.length === 0 && !state.ordered) return enable(state);
      return atRest(state, mark);
    case 'disabled':
      return atRest(state, mark);
    default:
      return wait(state, TRANSPORT_POLLS);
  }
}

/** Nothing is under way any more. A note that we saw leave is told, unless its outcome was already. */
function atRest(state: NotesState, mark: string): Step {
  const named = state.unclaimed.some((each) => each.mark === mark);
  return told(state, state.leaving && !named ? { mark, place: 'returned', valueFen: null } : null);
}

function told(state: NotesState, found: CashHappening | null): Step {
  const since = state.task.kind === 'reconcile' ? state.task.since : null;
  const happened = found === null ? state.unclaimed : [...state.unclaimed, found];
  const upTo = happened.at(-1)?.mark ?? since;
  return complete({ ...state, unclaimed: [], reconciled: true }, { kind: 'happened', happened, upTo, missed: false });
}

function powerKnown(step: Step): Step {
  return { ...step, state: { ...step.state, knownPowerUp: true } };
}

function wait(state: NotesState, polls: number): Step {
  return state.polls < polls ? rest(state) : stuck(state);
}

function stuck(state: NotesState): Step {
  return failed(state, cashFaults.broken(0));
}
