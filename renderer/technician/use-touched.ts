/** Tells main that a technician is still there, at most every few seconds: calls that repeat by themselves don't count. */
import { useEffect } from 'react';
import type { Clock } from '#contract/clock.ts';

const AT_MOST_EVERY_MS = 5_000;

export function useTouched(open: boolean, clock: Clock, tell: () => void): void {
  useEffect(() => {
    if (!open) return;
    let toldAt = -Infinity;
    const touched = (): void => {
      if (clock.monotonic() - toldAt < AT_MOST_EVERY_MS) return;
      toldAt = clock.monotonic();
      tell();
    };
    const listeners = new AbortController();
    for (const name of ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const)
      addEventListener(name, touched, { capture: true, passive: true, signal: listeners.signal });
    return () => listeners.abort();
  }, [open, clock, tell]);
}
