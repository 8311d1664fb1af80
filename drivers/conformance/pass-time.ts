/** Lets a hand-moved clock run until a promise has settled: what takes minutes on a wire takes none in a suite. */

export interface MovableClock {
  forward(ms: number): void;
}

const STEP_MS = 5;

/** Throws when `limitMs` of the clock's time were not enough: something hangs. */
export async function passTime<T>(clock: MovableClock, pending: Promise<T>, limitMs = 120_000): Promise<T> {
  let settled = false;
  const watched = pending.finally(() => {
    settled = true;
  });
  watched.catch(() => undefined);
  for (let passed = 0; passed < limitMs; passed += STEP_MS) {
    await nextTurn();
    if (settled) return watched;
    clock.forward(STEP_MS);
  }
  throw new Error(`still waiting after ${limitMs} ms`);
}

/** Everything that is already due gets its turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
