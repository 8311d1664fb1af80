/** What guards and actions of a plan machine are made of: the context and event they see, and how one changes the context. */
import { assign } from 'xstate';
import { SourceId } from '#contract/ids.ts';
import type { PlanContext } from '../plan-context.ts';
import type { PlanEvent } from '../plan-events.ts';
import type { PlanParts } from '../plan-setup.ts';

export interface Seen {
  readonly context: PlanContext;
  readonly event: PlanEvent;
}

type Change<P> = (seen: Seen, params: P) => Partial<PlanContext>;

/** An action that changes the context; `params` are written where the action is named. */
export function keep<P extends object | undefined = undefined>(change: Change<P>) {
  return assign<PlanContext, PlanEvent, P & (Record<string, unknown> | undefined), PlanEvent, never>(
    ({ context, event }, params) => change({ context, event }, params),
  );
}

/** The same for what changes answers: a source that was sent another one before is asked anew, unless it speaks just now. */
export function keepAskingAnew({ sources }: Pick<PlanParts, 'sources'>) {
  return <P extends object | undefined = undefined>(change: Change<P>) =>
    keep<P>((seen, params) => {
      const before = seen.context;
      const changed = change(seen, params);
      const { answers, data = before.data } = changed;
      if (answers === undefined) return changed;
      const stands = (id: SourceId): boolean =>
        data[id] !== before.data[id] ||
        (sources[id]?.sends ?? []).every((element) => answers[element] === before.answers[element]);
      const standing = Object.entries(data).filter(([id]) => stands(SourceId.parse(id)));
      return { ...changed, data: Object.fromEntries(standing) };
    });
}
