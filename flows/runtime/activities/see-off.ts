/** Keeps the goodbye up until it was heard and the card was taken, but never for ever. */
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
  const taken = reader?.execute('awaitRemoval', {}, { timeoutMs: DEADLINES.cardRemovalMs, cancelled: cancel.signal });
  Promise.all([heard, taken])
    .then(() => {
      report({ type: 'goodbye.over' });
    })
    .catch(crash);
  return () => {
    cancel.abort();
  };
}
