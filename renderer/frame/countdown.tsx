/** Seconds that run down for the eye only: the session's own clock decides. */
import { useEffect, useState, type ReactNode } from 'react';
import { useSession } from '../press/session.tsx';

interface CountdownProps {
  /** Seconds left as of the view shown now. Give the view's revision as `key`, so that a new view starts anew. */
  readonly from: number;
}

export function Countdown({ from }: CountdownProps): ReactNode {
  const { clock } = useSession();
  const [end] = useState(() => clock.monotonic() + from * 1000);
  const [left, setLeft] = useState(from);
  useEffect(() => {
    const rest = end - clock.monotonic();
    if (rest <= 0) return;
    // Aim just past the next whole second, so that no number is skipped.
    return clock.after((rest % 1000) + 5, () => {
      setLeft(Math.max(0, Math.ceil((end - clock.monotonic()) / 1000)));
    });
  }, [clock, end, left]);
  return left;
}
