/** What main was asked last and answered, kept fresh while a page of the panel is open. */
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { ControlName, ControlReply, ControlRequest } from '#contract/control.ts';
import { REFUSALS } from '#contract/technician/refusals.table.ts';
import type { Refusal } from './desk.ts';
import { usePanel } from './panel-context.tsx';

export interface Asked<T> {
  /** Null until the first answer; stays while later ones are refused. */
  readonly value: T | null;
  /** Why the last one was not answered; null when it was. */
  readonly refusal: Refusal | null;
  readonly again: () => void;
}

const NOT_REACHED: Refusal = { words: REFUSALS['control.internal'], code: 'control.internal', waitMs: null };

/** `request` is compared by what it says. `everyMs` null: asked once, and again only when told to. */
export function useAsked<N extends ControlName>(
  name: N,
  request: ControlRequest<N>,
  everyMs: number | null,
): Asked<ControlReply<N>> {
  const { desk, clock } = usePanel();
  const key = `${name} ${JSON.stringify(request)}`;
  const [known, setKnown] = useState<{
    readonly key: string;
    readonly value: ControlReply<N> | null;
    readonly refusal: Refusal | null;
  }>({ key, value: null, refusal: null });
  const [turn, setTurn] = useState(0);
  // By what it says, which `key` holds: a request may be a new object each time.
  const ask = useEffectEvent(() => desk.call(name, request));

  useEffect(() => {
    let over = false;
    let stop = (): void => {};
    const tell = (value: ControlReply<N> | null, refusal: Refusal | null): void => {
      if (over) return;
      setKnown((before) => ({ key, value: value ?? (before.key === key ? before.value : null), refusal }));
      // After the answer, not beside it: a slow answer is never asked for twice.
      if (everyMs !== null) stop = clock.after(everyMs, () => setTurn((count) => count + 1));
    };
    ask().then(
      (answer) => (answer.ok ? tell(answer.value, null) : tell(null, answer.fault)),
      () => tell(null, NOT_REACHED),
    );
    return () => {
      over = true;
      stop();
    };
  }, [desk, clock, key, everyMs, turn]);

  const again = useCallback(() => setTurn((count) => count + 1), []);
  const fitting = known.key === key;
  return { value: fitting ? known.value : null, refusal: fitting ? known.refusal : null, again };
}
