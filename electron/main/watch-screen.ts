/** Whether what citizens see follows the kiosk: a picture that stands still serves nobody, however well the rest works. */
import type { Clock } from '#contract/clock.ts';

/** The shell replaces a page that hangs and a browser that died; only when that did not help either is it so late. */
const PATIENCE_MS = 60_000;

export interface ScreenWatch {
  painted(revision: number): void;
  /** Asked now and then with the revision that should be on the screen: false when nothing was painted for a minute. */
  follows(revision: number): boolean;
}

export function watchScreen(clock: Clock): ScreenWatch {
  let last = -1;
  let behindSince: number | null = null;
  return {
    painted: (revision) => {
      last = revision;
      behindSince = null;
    },
    follows: (revision) => {
      if (last >= revision) return true;
      behindSince ??= clock.monotonic();
      return clock.monotonic() - behindSince < PATIENCE_MS;
    },
  };
}
