/** What the hub says, kept up to date. */
import { useCallback, useEffect, useState } from 'react';
import type { Answer, Trouble } from './ask-hub.ts';
import { poll } from './poll.ts';

export interface Polled<T> {
  /** The last good answer; it stays while the hub is away. */
  readonly value: T | null;
  readonly trouble: Trouble | null;
  /** Wall time of the last good answer, ms. */
  readonly at: number | null;
}

export interface Renewed<T> extends Polled<T> {
  /** Shows what is known from elsewhere, forgets what was asked before it, and asks on from there. */
  readonly renew: (value: T) => void;
}

/** `ask` must stay the same (useCallback); a component that asks something else needs another `key`. */
export function usePolled<T>(ask: (stop: AbortSignal) => Promise<Answer<T>>, everyMs: number): Renewed<T> {
  const [polled, setPolled] = useState<Polled<T>>({ value: null, trouble: null, at: null });
  const [round, setRound] = useState(0);
  const renew = useCallback((value: T) => {
    setPolled({ value, trouble: null, at: Date.now() });
    setRound((before) => before + 1);
  }, []);
  useEffect(() => {
    const answered = (answer: Answer<T>, at: number): void =>
      setPolled((before) =>
        answer.ok ? { value: answer.value, trouble: null, at } : { ...before, trouble: answer.fault },
      );
    return poll({ ask, everyMs, answered });
  }, [ask, everyMs, round]);
  return { ...polled, renew };
}
