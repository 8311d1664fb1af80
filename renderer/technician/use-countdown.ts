/** Whole seconds that run down from what main said; for the eye, as main's own clock decides. */
import { useEffect, useState } from 'react';
import { usePanel } from './panel-context.tsx';

/** Null when there is nothing to wait for. Begins anew whenever `since` is another one. */
export function useCountdown(ms: number | null, since: unknown): number | null {
  const { clock } = usePanel();
  const [begun, setBegun] = useState({ since, at: clock.monotonic() });
  const [now, setNow] = useState(() => clock.monotonic());
  if (begun.since !== since) {
    const at = clock.monotonic();
    setBegun({ since, at });
    setNow(at);
  }
  const left = ms === null ? null : Math.max(0, Math.ceil((begun.at + ms - now) / 1_000));
  useEffect(() => {
    if (left === null || left === 0) return;
    return clock.after(1_000, () => setNow(clock.monotonic()));
  }, [clock, left, now]);
  return left;
}
