/** What a chip card reader's machine knows, what happens to it, and what it can want. */
import type { ChipCard } from '#contract/devices/card-reader.ts';
import type { ChipRecipe } from '#contract/devices/chip-recipe.ts';
import type { SlotQuestion, SlotReply } from '../ccid/messages.ts';
import type { MachineStep } from '../service/run-machine.ts';

export type Task =
  { readonly kind: 'read'; readonly name: string; readonly recipe: ChipRecipe } | { readonly kind: 'awaitRemoval' };

/** Half-way through a recipe. */
export interface Reading {
  readonly step: number;
  /** The command that the card has now: as the recipe has it, or what the card made of it. */
  readonly command: Uint8Array;
  /** What this step has brought so far. */
  readonly data: Uint8Array;
  /** How often the card has asked for another command within this step. */
  readonly detours: number;
  readonly fields: Readonly<Record<string, string>>;
}

export type Doing =
  | { readonly kind: 'idle' | 'looking' | 'waiting' | 'powering' }
  | ({ readonly kind: 'talking' } & Reading)
  /** Something went wrong: is the card still there? */
  | { readonly kind: 'lookingForCard'; readonly error: number };

export interface SlotState {
  readonly task: Task;
  readonly doing: Doing;
  /** A card was found and the caller knows. */
  readonly inserted: boolean;
  readonly failures: number;
  /** A card that we spoke with and that hasn't been seen to leave; `earlier`: for another holder, so it is none. */
  readonly lying: 'no' | 'ours' | 'earlier';
  /** The card has power and is ours alone: to be given back between commands. */
  readonly powered: boolean;
}

export type SlotEvent =
  | { readonly kind: 'begin'; readonly task: Task }
  | { readonly kind: 'answered'; readonly reply: SlotReply }
  /** No sense came back, every attempt. */
  | { readonly kind: 'unanswered' }
  /** A while has passed, or the reader says that something changed. */
  | { readonly kind: 'rested' };

export type Deed =
  { readonly kind: 'ask'; readonly question: SlotQuestion } | { readonly kind: 'rest'; readonly ms: number };

export type Step = MachineStep<SlotState, Deed, ChipCard | null>;

export const SLOT_AT_START: SlotState = {
  task: { kind: 'awaitRemoval' },
  doing: { kind: 'idle' },
  inserted: false,
  failures: 0,
  lying: 'no',
  powered: false,
};

/** A new holder must never get the card of the one before: what is in the slot has to leave first. */
export function forgetHolder(state: SlotState): SlotState {
  return state.lying === 'ours' ? { ...state, lying: 'earlier' } : state;
}

/** The cable was away: nothing is known but whose card it was, should it still be there. */
export function reconnected({ lying }: SlotState): SlotState {
  return { ...SLOT_AT_START, lying };
}
