/** Decides which presses count: not the second tap of a trembling hand, not one whose screen moved away under the finger. */
import type { Clock } from '#contract/clock.ts';

/** `screen` presses lead on and need a pause between them; `key` presses are typing and may be quick. */
export type PressPace = 'screen' | 'key';

/** Longer than the gap of an unmeant double tap, shorter than a meant second press. */
export const PAUSE_MS: Readonly<Record<PressPace, number>> = { screen: 300, key: 60 };

/** Where a press began: the view that the finger saw, and the turn it was in. */
export interface PressBegun {
  readonly revision: number;
  readonly turn: number;
}

export class PressGate {
  readonly #clock: Clock;
  readonly #hear: (open: boolean) => void;
  #openAt = -Infinity;
  #presses = 0;
  #turn = 0;

  /** `hear` is told when the gate shuts after a press and when it opens again. */
  constructor(clock: Clock, hear: (open: boolean) => void = () => {}) {
    this.#clock = clock;
    this.#hear = hear;
  }

  begin(revision: number): PressBegun {
    return { revision, turn: this.#turn };
  }

  /** Whatever is pressed now means something else: no press that has begun counts. */
  voidBegun(): void {
    this.#turn += 1;
  }

  /** True when the press that began there may act on the view that is shown now. */
  admit(begun: PressBegun | null, revision: number, pace: PressPace): boolean {
    if (begun === null || begun.revision !== revision || begun.turn !== this.#turn) return false;
    const now = this.#clock.monotonic();
    if (now < this.#openAt) return false;
    this.#openAt = now + PAUSE_MS[pace];
    this.#presses += 1;
    const press = this.#presses;
    this.#hear(false);
    this.#clock.after(PAUSE_MS[pace], () => {
      if (press !== this.#presses) return;
      // A timer may be a hair earlier than the clock that is read: the pause is over with whichever comes first.
      this.#openAt = -Infinity;
      this.#hear(true);
    });
    return true;
  }
}
