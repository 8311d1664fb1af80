/** How long to wait before the next attempt: doubling from one second to half a minute. */

const SHORTEST_MS = 1_000;
const LONGEST_MS = 30_000;

export interface BackOff {
  next(): number;
  reset(): void;
}

export function makeBackOff(): BackOff {
  let wait = SHORTEST_MS;
  return {
    next() {
      const now = wait;
      wait = Math.min(wait * 2, LONGEST_MS);
      return now;
    },
    reset() {
      wait = SHORTEST_MS;
    },
  };
}
