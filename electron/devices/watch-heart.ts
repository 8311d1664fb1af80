/** Asks a process again and again whether it still thinks, and says when it does not: a hang ends nothing by itself. */
import type { Clock } from '#contract/clock.ts';

const EVERY_MS = 2_000;
/** So many questions in a row without an answer; the first of them may have met a process that was just busy. */
const UNANSWERED = 5;

export interface Heart {
  answered(): void;
  stop(): void;
}

/**
 * `hung` is called at most once, no later than 12 s after the last answer. Questions are counted and not seconds: after a
 * pause of this process itself the answers that wait are heard before the next question.
 */
export function watchHeart(ask: () => void, hung: () => void, clock: Clock): Heart {
  let unanswered = 0;
  let stop = (): void => {};
  const beat = (): void => {
    if (unanswered >= UNANSWERED) return hung();
    unanswered += 1;
    ask();
    stop = clock.after(EVERY_MS, beat);
  };
  beat();
  return {
    answered: () => {
      unanswered = 0;
    },
    stop: () => {
      stop();
    },
  };
}
