/** Asks elsewhere for what the citizen's own card opens. Without a line that is told at once. */
import type { PlanActivity } from '../../compile/page.ts';
import { contextOf } from '../visit.ts';
import { type ActivityTools, nothingToStop, type Stop } from './activity.ts';

export function lookUp(
  { lookup, timeoutMs }: Extract<PlanActivity, { kind: 'lookUp' }>,
  { ports, visit, report, crash }: ActivityTools,
): Stop {
  const card = visit.plan === null ? null : contextOf(visit.plan).card;
  if (card === null || lookup !== 'progress') throw new Error(`looking up ${lookup} without a card`);
  if (ports.lookup === null) {
    report({ type: 'lookup.failed', fault: 'hub.away' });
    return nothingToStop;
  }
  ports.lookup
    .find({ lookup: 'progress', idNumber: card.idNumber }, { timeoutMs })
    .then((found) => {
      if (!found.ok) report({ type: 'lookup.failed', fault: found.fault });
      else if (found.value.lookup === 'progress') report({ type: 'lookup.found', cases: found.value.cases });
      // An answer to something else is no answer.
      else report({ type: 'lookup.failed', fault: 'hub.refused' });
    })
    .catch(crash);
  return nothingToStop;
}
