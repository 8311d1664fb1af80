/** Takes case numbers from the journal; they are on disk as given before any case bears them. */
import type { PlanActivity } from '../../compile/page.ts';
import { type ActivityTools, nothingToStop, type Stop } from './activity.ts';

export function reserveNumbers(
  { count }: Extract<PlanActivity, { kind: 'reserveNumbers' }>,
  { ports, visit, report, crash }: ActivityTools,
): Stop {
  const { today } = visit.hall.context;
  if (today === null) throw new Error('submitting outside a session');
  ports.journal
    .reserveCaseNumbers(today, count)
    .then((caseNumbers) => {
      report({ type: 'numbers.reserved', caseNumbers });
    })
    .catch(crash);
  return nothingToStop;
}
