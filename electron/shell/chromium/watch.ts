/** Notices a page that no longer answers. */
import type { Clock } from '#contract/clock.ts';

const ASK_EVERY_MS = 15_000;
const PATIENCE_MS = 10_000;

export interface WatchOptions {
  readonly clock: Clock;
  /** Settles when the page has answered, or could not be asked. */
  readonly ask: () => Promise<unknown>;
  /** Called once per silence of 10 s. */
  readonly hung: () => void;
}

/** Asks every 15 s. Returns a function that stops. */
export function watchPage({ clock, ask, hung }: WatchOptions): () => void {
  let stopped = false;
  let cancelNext = (): void => {};
  const next = (): void => {
    cancelNext = clock.after(ASK_EVERY_MS, round);
  };
  const round = (): void => {
    let over = false;
    const end = (): void => {
      if (over || stopped) return;
      over = true;
      cancelPatience();
      next();
    };
    const cancelPatience = clock.after(PATIENCE_MS, () => {
      if (over || stopped) return;
      hung();
      end();
    });
    cancelNext = cancelPatience;
    ask().then(end, end);
  };
  next();
  return () => {
    stopped = true;
    cancelNext();
  };
}
