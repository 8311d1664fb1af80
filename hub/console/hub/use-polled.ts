/** Asks the hub again and again while the page is looked at, and at once when it is looked at again. */
import { useEffect, useState } from 'react';
import type { Answer, Trouble } from './ask-hub.ts';

export interface Polled<T> {
  /** The last good answer; it stays while the hub is away. */
  readonly value: T | null;
  readonly trouble: Trouble | null;
  /** Wall time of the last good answer, ms. */
  readonly at: number | null;
}

/** `ask` must be stable (useCallback): a new one starts over. */
export function usePolled<T>(ask: (stop: AbortSignal) => Promise<Answer<T>>, everyMs: number): Polled<T> {
  const [polled, setPolled] = useState<Polled<T>>({ value: null, trouble: null, at: null });
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking = false;
    const askNow = async (): Promise<void> => {
      if (asking) return;
      asking = true;
      clearTimeout(timer);
      const answer = await ask(AbortSignal.any([stop.signal, AbortSignal.timeout(10_000)]));
      asking = false;
      if (stop.signal.aborted) return;
      if (answer.ok) setPolled({ value: answer.value, trouble: null, at: Date.now() });
      else setPolled((before) => ({ ...before, trouble: answer.fault }));
      timer = setTimeout(() => document.hidden || void askNow(), everyMs);
    };
    const look = (): void => {
      if (!document.hidden) void askNow();
    };
    setPolled({ value: null, trouble: null, at: null });
    void askNow();
    document.addEventListener('visibilitychange', look);
    return () => {
      stop.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [ask, everyMs]);
  return polled;
}
