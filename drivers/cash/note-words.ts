/** What a polled note validator says and is told, whatever its protocol calls it: the words of the note machine. */

export type Calm =
  'starting' | 'idle' | 'accepting' | 'stacking' | 'returning' | 'disabled' | 'holding' | 'paused' | 'busy';
export type Broken = 'boxFull' | 'boxRemoved' | 'jammed' | 'cheated' | 'failed';

/** The answer to a poll, in the words of what it means for money. */
export type NoteCondition =
  /** `givenBack`: it has moved the bill out already. */
  | { readonly is: 'powerUp'; readonly bill: 'none' | 'inValidator' | 'inStacker' | 'givenBack' }
  | { readonly is: Calm }
  | { readonly is: 'refusing'; readonly why: number }
  /** `bill` counts from 0 in the validator's own table. */
  | { readonly is: 'escrow'; readonly bill: number }
  /** Where a note came to rest; said again and again until it is acknowledged. null: it doesn't say which note. */
  | { readonly is: 'stacked' | 'returned'; readonly bill: number | null }
  | { readonly is: Broken; readonly code: number };

export type NoteOrder = 'stack' | 'giveBack' | 'hold' | 'reset';

/** What a validator has to say of itself; values by bill, null where its table has none. */
export interface Learnt {
  readonly serial: string | null;
  readonly valuesFen: readonly (number | null)[];
}

/** `refused`: it heard, and won't or can't. */
export type Obeyed = 'done' | 'refused';

export type NoteAnswer =
  | { readonly kind: 'condition'; readonly condition: NoteCondition }
  | { readonly kind: Obeyed }
  | { readonly kind: 'learnt'; readonly learnt: Learnt };

export function isOutcome(condition: NoteCondition): condition is Extract<NoteCondition, { bill: number | null }> & {
  readonly is: 'stacked' | 'returned';
} {
  return condition.is === 'stacked' || condition.is === 'returned';
}
