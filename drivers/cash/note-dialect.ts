/** What makes a protocol of note validators: its frames, and how on an open line it says and is told the words of the note machine. */
import type { Clock } from '#contract/clock.ts';
import { ok, type Result } from '#contract/result.ts';
import type { Framer } from '../link/framer.ts';
import type { Link, LinkTrouble, Question } from '../link/link.ts';
import { rest } from '../service/run.ts';
import type { Learnt, NoteCondition, NoteOrder, Obeyed } from './note-words.ts';

export interface NoteDialect<Frame> {
  readonly framer: Framer<Frame>;
  readonly isDamaged: (frame: Frame) => boolean;
  /** It stays at its start until it is told what to take. */
  readonly setUpWhileStarting: boolean;
  /** What a frame means that came when nobody waited for it; null: nothing of interest. */
  overheard(frame: Frame): NoteCondition | null;
  /** Called once for each line that is opened. */
  speak(link: Link<Frame>, clock: Clock): NoteSpeech;
}

type Told<T> = Promise<Result<T, LinkTrouble>>;

export interface NoteSpeech {
  poll(signal: AbortSignal): Told<Polled>;
  order(order: NoteOrder, signal: AbortSignal): Told<Obeyed>;
  learn(signal: AbortSignal): Told<Learnt>;
  enable(bills: readonly number[], signal: AbortSignal): Told<Obeyed>;
}

export interface Polled {
  readonly condition: NoteCondition;
  /** Tells the validator that this was heard and may be forgotten; null when it doesn't wait for that. */
  readonly acknowledge: ((signal: AbortSignal) => Promise<unknown>) | null;
}

/** A protocol whose questions stand each for itself. */
export interface NoteWords<Frame> {
  /** `acknowledgement`: what it is told once this was heard; it isn't answered. */
  readonly poll: Question<Frame, { readonly condition: NoteCondition; readonly acknowledgement: Uint8Array | null }>;
  order(order: NoteOrder): Question<Frame, Obeyed>;
  learn(link: Link<Frame>, signal: AbortSignal): Told<Learnt>;
  enable(link: Link<Frame>, bills: readonly number[], signal: AbortSignal): Told<Obeyed>;
  /** How long it needs after an acknowledgement until it listens again. */
  readonly pauseMs: number;
}

export function wordByWord<Frame>(words: NoteWords<Frame>): NoteDialect<Frame>['speak'] {
  return (link, clock) => ({
    async poll(signal) {
      const said = await link.ask(words.poll, signal);
      if (!said.ok) return said;
      const { condition, acknowledgement } = said.value;
      if (acknowledgement === null) return ok({ condition, acknowledge: null });
      const acknowledge = async (until: AbortSignal): Promise<void> => {
        await link.tell(acknowledgement, until);
        await rest(words.pauseMs, clock, until);
      };
      return ok({ condition, acknowledge });
    },
    order: (order, signal) => link.ask(words.order(order), signal),
    learn: (signal) => words.learn(link, signal),
    enable: (bills, signal) => words.enable(link, bills, signal),
  });
}
