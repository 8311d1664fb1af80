/** The last lines that passed on a device's wire, followed until somebody stops them. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { TraceLine } from '#contract/devices/trace.ts';
import type { DeviceId } from '#contract/ids.ts';
import type { Refusal } from '../desk.ts';
import { usePanel } from '../panel-context.tsx';

/** What can be read on a screen; the command line has more. */
const KEPT = 120;
const WAIT_MS = 2_000;
/** After a refusal, and so that a chattering device doesn't redraw the page without end. */
const PAUSE_MS = 400;

export interface Trace {
  /** The newest first. */
  readonly lines: readonly TraceLine[];
  readonly refusal: Refusal | null;
}

export function useTrace(device: DeviceId, following: boolean): Trace {
  const { desk, clock } = usePanel();
  const [trace, setTrace] = useState<Trace & { readonly next: number | null }>({
    lines: [],
    refusal: null,
    next: null,
  });
  const [turn, setTurn] = useState(0);
  const { next } = trace;
  // Where to go on is read when a turn begins; a turn begins after each answer.
  const ask = useEffectEvent(() =>
    desk.call('device.trace', { device, asked: { after: next, waitMs: next === null ? 0 : WAIT_MS } }),
  );
  useEffect(() => {
    if (!following) return;
    let over = false;
    let stop = (): void => {};
    const later = (): void => {
      if (!over) stop = clock.after(PAUSE_MS, () => setTurn((count) => count + 1));
    };
    ask().then((answer) => {
      if (over) return;
      if (answer.ok) {
        const { lines, next: goOn } = answer.value;
        setTrace((before) => ({
          lines: [...lines.toReversed(), ...before.lines].slice(0, KEPT),
          refusal: null,
          next: goOn,
        }));
      } else setTrace((before) => ({ ...before, refusal: answer.fault }));
      later();
    }, later);
    return () => {
      over = true;
      stop();
    };
  }, [desk, clock, device, following, turn]);
  return trace;
}
