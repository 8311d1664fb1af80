/** Does a reply on this line belong to the last question? Not for certain, soon after one was repeated, damaged or unasked for. */
import type { Clock } from '#contract/clock.ts';
import type { Tally } from '../service/tally.ts';

/** No reply is on its way longer than this. */
const DOUBT_MS = 5_000;

type LinkTally = Pick<Tally, 'asked' | 'damaged'>;

export interface DoubtedLine {
  trouble(): void;
  isClean(): boolean;
  /** The same tally, with an ear for trouble. */
  over(tally: LinkTally): LinkTally;
}

/** A line that was just opened may still bring what its last user asked for. */
export function watchLine(clock: Clock): DoubtedLine {
  let troubledAt = clock.monotonic();
  const trouble = (): void => {
    troubledAt = clock.monotonic();
  };
  return {
    trouble,
    isClean: () => clock.monotonic() - troubledAt >= DOUBT_MS,
    over: (tally) => ({
      asked(tookMs, retries) {
        if (retries > 0) trouble();
        tally.asked(tookMs, retries);
      },
      damaged() {
        trouble();
        tally.damaged();
      },
    }),
  };
}
