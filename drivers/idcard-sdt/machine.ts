/** The reader's life as a pure reducer: state × event → state, what to tell the caller, and the one thing to do next. */
import type { CardReaderEvent, IdentityCard } from '#contract/devices/card-reader.ts';
import type { Completion, DeviceFault } from '#contract/devices/completion.ts';
import { fail, ok } from '#contract/result.ts';
import type { Ending, MachineStep } from '../service/run-machine.ts';
import { CANCELED, LOST } from '../service/run.ts';
import type { Answer, CommandName } from './codec.ts';
import { cardFaults } from './faults.ts';
import { fletcher16 } from './fletcher.ts';
import { readTextBlock } from './text-block.ts';

/**
 * Between two questions for a card. Vendors' programs wait 200 to 1000 ms; a citizen whose card is read 150 ms after its
 * bytes could be there at the earliest doesn't notice it, and half of that has to do for everything else.
 */
export const POLL_MS = 150;
/** A card that lies badly is asked this often before it counts as unreadable. */
const TRIES = 3;

export type Task = 'read' | 'awaitRemoval';

const INSERTED = { name: 'mediaInserted' satisfies CardReaderEvent };
const REMOVED = { name: 'mediaRemoved' satisfies CardReaderEvent };

type Doing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'finding' | 'resting' | 'selecting' | 'reading' }
  /** A card read before still lies there: it won't be found, but may be read. */
  | { readonly kind: 'selectingAgain' | 'readingAgain' }
  /** Reading failed: is the card still there? */
  | { readonly kind: 'lookingForCard'; readonly status: number }
  /** A good card lies there for certain: does this reader let it be selected again? Then selecting tells removal. */
  | { readonly kind: 'learning'; readonly card: IdentityCard }
  | { readonly kind: 'watching' | 'watchResting' };

export interface ReaderState {
  readonly task: Task;
  readonly doing: Doing;
  /** A card was found and the caller knows. */
  readonly inserted: boolean;
  readonly failures: number;
  /** A card that was read and hasn't been seen to leave: `find` won't see it. `earlier`: it was read for another holder. */
  readonly lying: 'no' | 'ours' | 'earlier';
  readonly tellsRemoval: 'unknown' | 'yes' | 'no';
  /** The reader may have lost its memory since that card was read: it would find the card as if it were new. */
  readonly mayHaveForgotten: boolean;
  /** 16 bits of that card's text: enough to know it again, far too few to say whose it is. */
  readonly mark: number;
}

export type ReaderEvent =
  | { readonly kind: 'begin'; readonly task: Task }
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** No sense came back, every attempt. */
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'rested' };

export type Deed =
  { readonly kind: 'ask'; readonly command: CommandName } | { readonly kind: 'rest'; readonly ms: number };

export type Step = MachineStep<ReaderState, Deed, IdentityCard | null>;

export const READER_AT_START: ReaderState = {
  task: 'read',
  doing: { kind: 'idle' },
  inserted: false,
  failures: 0,
  lying: 'no',
  tellsRemoval: 'unknown',
  mayHaveForgotten: false,
  mark: 0,
};

/** A new holder must never get the card of the one before: what lies there has to leave first. */
export function forgetHolder(state: ReaderState): ReaderState {
  return state.lying === 'ours' ? { ...state, lying: 'earlier' } : state;
}

/** The reader didn't answer: perhaps it had no power. */
export function fellSilent(state: ReaderState): ReaderState {
  return state.lying === 'no' ? state : { ...state, mayHaveForgotten: true };
}

/** The cable was away: the reader may be another one, but a card may still lie there. */
export function reconnected({ lying, mark }: ReaderState): ReaderState {
  return fellSilent({ ...READER_AT_START, lying, mark });
}

/** What is found now may be the card that the citizen before left behind. */
function isDoubtful({ lying, mayHaveForgotten }: ReaderState): boolean {
  return lying === 'earlier' && mayHaveForgotten;
}

export function step(state: ReaderState, event: ReaderEvent | Ending): Step {
  if (event.kind === 'lost') return failed(state, LOST);
  if (event.kind === 'ended') return failed(state, CANCELED);
  if (event.kind === 'begin') return begin({ ...state, task: event.task, inserted: false, failures: 0 });
  if (event.kind === 'rested') return state.task === 'read' ? find(state) : watch(state);
  if (event.kind === 'unanswered') return unanswered(fellSilent(state));
  if (event.answer.kind === 'broken') return failed(state, cardFaults.broken(event.answer.status));
  return state.task === 'read' ? whileReading(state, event.answer) : whileWatching(state, event.answer);
}

function begin(state: ReaderState): Step {
  if (state.task === 'awaitRemoval') return watch(state);
  return state.lying === 'ours' ? ask({ ...state, doing: { kind: 'selectingAgain' } }, 'select') : find(state);
}

function whileReading(state: ReaderState, answer: Answer): Step {
  switch (state.doing.kind) {
    case 'finding':
      return answer.kind === 'found' ? found(state) : noCard(state);
    case 'selecting':
      if (answer.kind === 'selected') return ask({ ...state, doing: { kind: 'reading' } }, 'read');
      return state.failures + 1 < TRIES ? rest(failing(state)) : failed(state, cardFaults.unreadable(0x81));
    case 'selectingAgain':
      // Some readers select a lying card again, some only read it again: try both before asking to lift it.
      return ask({ ...state, doing: { kind: answer.kind === 'selected' ? 'reading' : 'readingAgain' } }, 'read');
    case 'readingAgain':
      return answer.kind === 'text' ? read(state, answer.text) : find(state);
    case 'reading':
      if (answer.kind === 'text') return read(state, answer.text);
      return ask({ ...state, doing: { kind: 'lookingForCard', status: statusOf(answer) } }, 'find');
    case 'lookingForCard':
      if (answer.kind !== 'found') return lifted(state);
      if (state.failures + 1 >= TRIES) return failed(state, cardFaults.unreadable(state.doing.status));
      return ask({ ...failing(state), doing: { kind: 'selecting' } }, 'select');
    case 'learning': {
      const tellsRemoval = answer.kind === 'selected' ? 'yes' : 'no';
      return complete({ ...state, tellsRemoval }, ok(state.doing.card));
    }
    default:
      return find(state);
  }
}

function whileWatching(state: ReaderState, answer: Answer): Step {
  const lies = answer.kind === 'selected' || answer.kind === 'found';
  if (lies) return { state: { ...state, doing: { kind: 'watchResting' } }, next: { kind: 'rest', ms: POLL_MS } };
  return { ...complete({ ...state, lying: 'no' }, ok(null)), tell: [REMOVED] };
}

/** A card that was read is watched by selecting it, one that wasn't by finding it. */
function watch(state: ReaderState): Step {
  const watching: ReaderState = { ...state, doing: { kind: 'watching' } };
  if (state.lying === 'no') return ask(watching, 'find');
  // A reader that lost its memory doesn't select a card that lies there either.
  const tells = state.tellsRemoval === 'yes' && !state.mayHaveForgotten;
  return tells ? ask(watching, 'select') : failed(state, cardFaults.cannotTell);
}

function unanswered(state: ReaderState): Step {
  const { doing } = state;
  switch (doing.kind) {
    case 'learning':
      return complete(state, ok(doing.card));
    case 'reading':
      // Lifting a card in mid-sentence silences some readers; if it's the reader that died, find stays unanswered too.
      return ask({ ...state, doing: { kind: 'lookingForCard', status: 0x41 } }, 'find');
    case 'readingAgain':
      return find(state);
    default:
      return failed(state, cardFaults.silent);
  }
}

function find(state: ReaderState): Step {
  return ask({ ...state, doing: { kind: 'finding' } }, 'find');
}

function found(state: ReaderState): Step {
  // Nobody is told before it is known whose card it is.
  if (isDoubtful(state)) return ask({ ...state, doing: { kind: 'selecting' } }, 'select');
  const selecting = ask(
    { ...state, doing: { kind: 'selecting' }, inserted: true, lying: 'no', mayHaveForgotten: false },
    'select',
  );
  return state.inserted ? selecting : { ...selecting, tell: [INSERTED] };
}

function noCard(state: ReaderState): Step {
  const waiting = rest({ ...state, inserted: false, failures: 0, mayHaveForgotten: false });
  return state.inserted ? { ...waiting, tell: [REMOVED] } : waiting;
}

function read(state: ReaderState, text: Uint8Array): Step {
  const mark = fletcher16(text);
  // Left behind by the citizen before: as good as no card, until it is lifted.
  if (isDoubtful(state) && mark === state.mark) return noCard(state);
  const card = readTextBlock(text);
  // The reader is content even where we aren't, and won't find this card again while it lies there.
  const lying: ReaderState = { ...state, lying: 'ours', mayHaveForgotten: false, mark };
  if (!card.ok) return failed(lying, cardFaults.untrue(card.fault));
  if (state.tellsRemoval !== 'unknown') return complete(lying, ok(card.value));
  return ask({ ...lying, doing: { kind: 'learning', card: card.value } }, 'select');
}

function lifted(state: ReaderState): Step {
  return { ...failed({ ...state, lying: 'no' }, cardFaults.lifted), tell: [REMOVED] };
}

function failing(state: ReaderState): ReaderState {
  return { ...state, failures: state.failures + 1 };
}

function statusOf(answer: Answer): number {
  return answer.kind === 'refused' ? answer.status : 0x41;
}

function ask(state: ReaderState, command: CommandName): Step {
  return { state, next: { kind: 'ask', command } };
}

function rest(state: ReaderState): Step {
  return { state: { ...state, doing: { kind: 'resting' } }, next: { kind: 'rest', ms: POLL_MS } };
}

function failed(state: ReaderState, fault: DeviceFault): Step {
  return complete(state, fail(fault));
}

/** Idle holds no card: what was read lives with the caller alone. */
function complete(state: ReaderState, completion: Completion<IdentityCard | null>): Step {
  return { state: { ...state, doing: { kind: 'idle' } }, next: { kind: 'complete', completion } };
}
