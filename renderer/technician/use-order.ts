/** One thing at a time that a technician orders: whether it is under way, and how it ended. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ControlName, ControlReply, ControlRequest } from '#contract/control.ts';
import type { Result } from '#contract/result.ts';
import { REFUSALS } from '#contract/technician/refusals.table.ts';
import type { Refusal } from './desk.ts';
import { usePanel } from './panel-context.tsx';

export interface Order<N extends ControlName> {
  readonly underWay: ControlRequest<N> | null;
  /** Null before the first order and while one is under way. */
  readonly ended: { readonly asked: ControlRequest<N>; readonly answer: Result<ControlReply<N>, Refusal> } | null;
  /** Nothing while one is under way. */
  readonly give: (request: ControlRequest<N>) => void;
}

/** `then` is called when an order was carried out. */
export function useOrder<N extends ControlName>(name: N, then?: (reply: ControlReply<N>) => void): Order<N> {
  const { desk } = usePanel();
  const [order, setOrder] = useState<Pick<Order<N>, 'underWay' | 'ended'>>({ underWay: null, ended: null });
  const busy = useRef(false);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const give = useCallback(
    (asked: ControlRequest<N>): void => {
      if (busy.current) return;
      busy.current = true;
      setOrder({ underWay: asked, ended: null });
      const end = (answer: Result<ControlReply<N>, Refusal>): void => {
        busy.current = false;
        if (!here.current) return;
        setOrder({ underWay: null, ended: { asked, answer } });
        if (answer.ok) then?.(answer.value);
      };
      const lost: Refusal = { words: REFUSALS['control.internal'], code: 'control.internal', waitMs: null };
      desk.call(name, asked).then(end, () => end({ ok: false, fault: lost }));
    },
    [desk, name, then],
  );
  return { ...order, give };
}
