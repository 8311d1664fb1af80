/** Going through a plan: which stops are wanted, which services are still in it, and coming from the review to change one answer. */
import type { FaultCode } from '#contract/faults.table.ts';
import { feesNow } from '../fees.ts';
import type { PlanParts } from '../plan-setup.ts';
import type { Stop } from '../stops.ts';
import { servicesNow, takersNow } from '../takers.ts';
import { keep, type Seen } from './act.ts';

type Wanted = Pick<Stop, 'takers' | 'decides'>;

export function goingGuards({ plan, fees, rules }: PlanParts) {
  return {
    /** A service that is still in the plan wants this stop. */
    isWanted: ({ context }: Seen, stop: Wanted) => {
      const services = takersNow(stop, rules, context);
      return services.ok && services.value.length > 0;
    },
    /** A rule can't answer: always asked before `isWanted`, so that a fault is never taken for "no". */
    cannotTell: ({ context }: Seen, stop: Wanted) => !takersNow(stop, rules, context).ok,
    /** A rule of the fees can't answer. */
    cannotPrice: ({ context }: Seen) => !feesNow(servicesNow(plan, context), fees, rules, context).ok,
    isEditing: ({ context }: Seen) => context.editing,
    /** At least one service isn't refused or removed. */
    othersGoOn: ({ context }: Seen) => servicesNow(plan, context).length > 0,
    /** The last one isn't removed: whoever wants nothing leaves. */
    mayRemove: ({ context, event }: Seen) => {
      const now = servicesNow(plan, context);
      return event.type === 'removeFromCart' && now.length > 1 && now.some(({ id }) => id === event.service);
    },
    hasNothingToLose: ({ context }: Seen) =>
      context.card === null && Object.keys(context.answers).length === 0 && Object.keys(context.pages).length === 0,
  };
}

export const goingActions = {
  keepFault: keep(({ event }) => ({ fault: 'fault' in event ? event.fault : null })),
  clearFault: keep(() => ({ fault: null, expiredOn: null })),
  failFlow: keep(() => ({ fault: 'flow.fault' as FaultCode })),
  removeService: keep(({ context, event }) =>
    event.type === 'removeFromCart' ? { removed: [...context.removed, event.service] } : {},
  ),
  startEditing: keep(() => ({ editing: true })),
  stopEditing: keep(() => ({ editing: false })),
};
