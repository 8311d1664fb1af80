/** Keeps the goodbye up until it was heard and the card was taken, but never for ever. */
import { withinGrace } from '#contract/devices/within-grace.ts';
import { DEADLINES } from '../deadlines.table.ts';
import type { ActivityTools, Stop } from './activity.ts';

export function seeOff({ cardWasRead }: { readonly cardWasRead: boolean }, tools: ActivityTools): Stop {
  const { ports, report, crash } = tools;
  const cancel = new AbortController();
  const heard = new Promise<void>((resolve) => {
    const stop = ports.clock.after(DEADLINES.goodbyeShownMs, resolve);
    cancel.signal.addEventListener('abort', stop, { once: true });
  });
  const reader = cardWasRead ? ports.cardReader : null;
  // A reader that can't tell, or fails, doesn't keep the next citizen waiting.
  const timeoutMs = DEADLINES.cardRemovalMs;
  const removal = reader?.execute('awaitRemoval', {}, { timeoutMs, cancelled: cancel.signal });
  const taken = removal === undefined ? undefined : withinGrace(ports.clock, timeoutMs, removal);
  Promise.all([heard, taken])
    .then(() => {
      report({ type: 'goodbye.over' });
    })
    .catch(crash);
  return () => {
    cancel.abort();
  };
}
