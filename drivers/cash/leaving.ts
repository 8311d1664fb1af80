/** Whoever held the acceptor has left: nothing more may be taken in, and it is told so until it has heard. */
import type { Completion } from '#contract/devices/completion.ts';

const AGAIN_MS = 3_000;

export interface Leaving {
  /** Somebody takes it up: nothing has to be ended any more. */
  takenUp(): void;
  left(): void;
  /** When to end what is going on; null: nothing has to be ended. */
  dueMs(): number | null;
  turn(end: () => Promise<Completion<unknown>>): Promise<void>;
}

export function watchLeaving(takesIn: () => boolean): Leaving {
  let due: number | null = null;
  return {
    takenUp: () => void (due = null),
    left() {
      if (takesIn()) due = 0;
    },
    dueMs: () => due,
    async turn(end) {
      const ended = await end();
      due = ended.ok ? null : AGAIN_MS;
    },
  };
}
