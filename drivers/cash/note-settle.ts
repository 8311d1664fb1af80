/** One note in escrow, ordered into the box or back: where did it come to rest? */
import type { CashPlace } from '#contract/devices/cash-acceptor.ts';
import type { DeviceFault } from '#contract/devices/completion.ts';
import { cashFaults } from './faults.ts';
import { claim, type NotesState, type Task } from './note-state.ts';
import { complete, failed, order, rest, TAKEN, TRANSPORT_POLLS, type Step } from './note-steps.ts';
import type { NoteCondition } from './note-words.ts';

type Settling = Extract<Task, { kind: 'settle' }>;

/** The validator is asked before it is ordered: what lies in escrow must be the note that the order is about. */
export function whileSettling(
  state: NotesState,
  task: Settling,
  condition: NoteCondition,
  fault: DeviceFault | null,
): Step {
  const known = claim(state, task.mark);
  if (known) return placed(known.state, known.happening.place);
  switch (condition.is) {
    case 'escrow':
    case 'holding':
      // It was told already and still lies there: the order didn't arrive. Saying it again does nothing more.
      return order({ ...state, ordered: true }, task.order);
    case 'powerUp':
      // Switched off in between: where the note is, it says itself; what is still in its mouth comes out at the reset.
      if (condition.bill === 'inStacker' && state.ordered) return placed(powerUpKnown(state, task.mark), 'stored');
      return condition.bill === 'givenBack' ? placed(powerUpKnown(state, task.mark), 'returned') : inDoubt(state);
    case 'returning':
    case 'refusing':
      return patient({ ...state, leaving: true });
    case 'idle':
    case 'disabled':
    case 'accepting':
      // Not there, and never ordered into the box: it went back.
      if (!state.ordered || task.order === 'giveBack' || state.leaving) return placed(state, 'returned');
      return patient(state);
    case 'boxFull':
      // Its answer to the order, which is why the note came out again.
      if (state.leaving) return placed(state, 'returned');
      return state.ordered ? patient(state) : failed(state, fault ?? cashFaults.boxFull);
    default:
      if (fault === null) return patient(state);
      return state.ordered ? inDoubt(state) : failed(state, fault);
  }
}

/** What it found says what became of this note, so nothing has to be asked. */
function powerUpKnown(state: NotesState, mark: string): NotesState {
  return { ...state, reconciled: true, knownPowerUp: true, saying: mark };
}

function patient(state: NotesState): Step {
  return state.polls < TRANSPORT_POLLS ? rest(state) : inDoubt(state);
}

function placed(state: NotesState, where: CashPlace): Step {
  if (where === 'inDoubt') return inDoubt(state);
  return { ...complete({ ...state, escrow: null }, place(where)), tell: where === 'returned' ? [TAKEN] : [] };
}

/** Nothing moves any more until somebody has asked what became of it. */
function inDoubt(state: NotesState): Step {
  return complete({ ...state, escrow: null, reconciled: false }, place('inDoubt'));
}

function place(where: CashPlace) {
  return { kind: 'place', place: where } as const;
}
