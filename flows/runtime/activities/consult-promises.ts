/** Asks the hub whether this citizen's word is taken for these services, or a promise was broken before (失信). */
import type { PlanActivity } from '../../compile/page.ts';
import { contextOf } from '../visit.ts';
import { type ActivityTools, nothingToStop, type Stop } from './activity.ts';

export function consultPromises(
  { services, timeoutMs }: Extract<PlanActivity, { kind: 'consultPromises' }>,
  { ports, visit, report, crash }: ActivityTools,
): Stop {
  const card = visit.plan === null ? null : contextOf(visit.plan).card;
  if (card === null) throw new Error('asking about promises without a card');
  const { lookup, clock } = ports;
  if (lookup === null) {
    report({ type: 'lookup.failed', fault: 'hub.away' });
    return nothingToStop;
  }
  const end = clock.monotonic() + timeoutMs;
  const ask = async (): Promise<void> => {
    for (const about of services) {
      const left = Math.max(1, end - clock.monotonic());
      const found = await lookup.find({ lookup: 'promiseList', idNumber: card.idNumber, about }, { timeoutMs: left });
      if (!found.ok) return report({ type: 'lookup.failed', fault: found.fault });
      // An answer to something else is no answer.
      if (found.value.lookup !== 'promiseList') return report({ type: 'lookup.failed', fault: 'hub.refused' });
      if (found.value.barred !== null) return report({ type: 'promises.told', barred: found.value.barred });
    }
    report({ type: 'promises.told', barred: null });
  };
  ask().catch(crash);
  return nothingToStop;
}
