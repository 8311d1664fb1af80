/** Takes case numbers from the journal; they are on disk as given before any case bears them. */
import { servicesNow } from '../../compile/takers.ts';
import { contextOf } from '../visit.ts';
import { type ActivityTools, nothingToStop, type Stop } from './activity.ts';

export function reserveNumbers({ ports, visit, report, crash }: ActivityTools): Stop {
  const { today } = visit.hall.context;
  if (today === null || visit.plan === null) throw new Error('submitting outside a session');
  const count = servicesNow(visit.plan.plan, contextOf(visit.plan)).length;
  ports.journal
    .reserveCaseNumbers(today, count)
    .then((caseNumbers) => {
      report({ type: 'numbers.reserved', caseNumbers });
    })
    .catch(crash);
  return nothingToStop;
}
