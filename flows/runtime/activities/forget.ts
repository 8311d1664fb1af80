/** Destroys the session's key and snapshot in the journal. */
import { type ActivityTools, nothingToStop, type Stop } from './activity.ts';

export function forget({ ports, visit, report, crash }: ActivityTools): Stop {
  const { session } = visit.hall.context;
  if (session === null) throw new Error('forgetting without a session');
  ports.journal
    .forgetSession(session)
    .then(() => {
      report({ type: 'forgotten' });
    })
    .catch(crash);
  return nothingToStop;
}
