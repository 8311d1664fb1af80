/** Seconds that run down for the eye only: the session's own clock decides. */
import { useEffect, useState } from 'react';
import { useSession } from '../press/session.tsx';

/** `secondsLeft` is as of the view shown now; null is not counted. */
export function useCountdown(secondsLeft: number | null): number | null {
  const { revision, clock } = useSession();
  const [left, setLeft] = useState(secondsLeft);
  useEffect(() => {
    setLeft(secondsLeft);
    if (secondsLeft === null) return;
    const end = clock.monotonic() + secondsLeft * 1000;
    let cancel = (): void => {};
    const tick = (): void => {
      const rest = end - clock.monotonic();
      setLeft(Math.max(0, Math.ceil(rest / 1000)));
      // Aim just past the next whole second, so that no number is skipped.
      if (rest > 0) cancel = clock.after((rest % 1000) + 5, tick);
    };
    tick();
    return () => {
      cancel();
    };
  }, [secondsLeft, revision, clock]);
  return left;
}
