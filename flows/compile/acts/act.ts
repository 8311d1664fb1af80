/** What guards and actions of a plan machine are made of: the context and event they see, and how one changes the context. */
import { assign } from 'xstate';
import type { PlanContext } from '../plan-context.ts';
import type { PlanEvent } from '../plan-events.ts';

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
