/** Which activities belong to where a visit is. The runner starts and stops them until they match. */
import type { Language } from '#contract/language.ts';
import type { PlanActivity } from '../compile/page.ts';
import { DEADLINES } from './deadlines.table.ts';
import { cardWasRead, dialogOf, isWorking, pageOf, placeOf, type Visit } from './visit.ts';

export type Activity =
  | PlanActivity
  /** The session's devices are claimed while it lasts. */
  | { readonly kind: 'holdDevices' }
  | { readonly kind: 'awaitTouch'; readonly timeoutMs: number }
  | { readonly kind: 'awaitAnswer'; readonly timeoutMs: number }
  | { readonly kind: 'settle'; readonly timeoutMs: number }
  | { readonly kind: 'seeOff'; readonly cardWasRead: boolean }
  | { readonly kind: 'forget' };
export type ActivityKind = Activity['kind'];

/** By key: an activity that keeps its key goes on, one whose key changes begins anew. */
export function wantedActivities(visit: Visit, firstLanguage: Language): ReadonlyMap<string, Activity> {
  const wanted = new Map<string, Activity>();
  const want = (activity: Activity, turn = 0): void => {
    wanted.set(`${activity.kind}/${turn}`, activity);
  };
  const place = placeOf(visit);
  const { session, touches, language, scale, help } = visit.hall.context;

  if (place === 'attract') {
    const timeoutMs = DEADLINES.attractSettlesMs;
    // One timer per choice: the language chosen last stays for the whole time.
    if (help || scale !== 'standard' || language !== firstLanguage)
      wanted.set(`settle/${language}/${scale}/${help}`, { kind: 'settle', timeoutMs });
    return wanted;
  }
  if (place === 'forgetting') {
    want({ kind: 'forget' });
    return wanted;
  }
  if (session !== null) want({ kind: 'holdDevices' });
  if (place === 'goodbye') {
    want({ kind: 'seeOff', cardWasRead: cardWasRead(visit) });
    return wanted;
  }
  if (place === 'plan' && visit.plan !== null) {
    const { activity } = pageOf(visit.plan);
    // By all it is about: what one office has answered may lead at once to a question for the next.
    if (activity !== null) wanted.set(JSON.stringify(activity), activity);
  }
  // Whoever changes the language of the question is still there: the time to answer begins anew.
  if (dialogOf(visit) === 'idle') want({ kind: 'awaitAnswer', timeoutMs: DEADLINES.idleWarningMs }, touches);
  else if (!isWorking(visit)) want({ kind: 'awaitTouch', timeoutMs: DEADLINES.idleBeforeWarningMs }, touches);
  return wanted;
}
