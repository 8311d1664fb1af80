/** Waits for a card and reads it. Without a reader that is told at once instead of waiting for nothing. */
import { withinGrace } from '#contract/devices/within-grace.ts';
import type { PlanActivity } from '../../compile/page.ts';
import { type ActivityTools, nothingToStop, type Stop } from './activity.ts';

export function readCard(
  { timeoutMs }: Extract<PlanActivity, { kind: 'readCard' }>,
  { ports, report, crash }: ActivityTools,
): Stop {
  if (ports.cardReader === null) {
    report({ type: 'card.failed', fault: 'device.missing' });
    return nothingToStop;
  }
  const cancel = new AbortController();
  const reading = ports.cardReader.execute(
    'read',
    {},
    {
      timeoutMs,
      cancelled: cancel.signal,
      onEvent: (event) => {
        if (event === 'mediaInserted') report({ type: 'card.found' });
      },
    },
  );
  withinGrace(ports.clock, timeoutMs, reading)
    .then((completion) => {
      if (completion.ok) report({ type: 'card.read', card: completion.value });
      else report({ type: 'card.failed', fault: completion.fault.code });
    })
    .catch(crash);
  return () => {
    cancel.abort();
  };
}
