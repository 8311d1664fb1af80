/** How long to wait before the next try: exponential with full jitter, so that a hall's kiosks don't knock together. */

const BASE_MS = 1_000;
const CAP_MS = 60_000;
/** Never zero: a hub that refuses at once must not be asked in a tight loop. */
const LEAST_MS = 250;

/** `failures` ≥ 1 in a row; `random` in [0, 1). */
export function backOffMs(failures: number, random: number): number {
  const ceiling = Math.min(CAP_MS, BASE_MS * 2 ** Math.min(failures - 1, 16));
  return Math.max(LEAST_MS, Math.round(random * ceiling));
}
