/** Promises: what the hub says of the citizen's word, and what is chosen instead of giving it. */
import type { FaultCode } from '#contract/faults.table.ts';
import type { ElementId } from '#contract/ids.ts';
import type { FaultEdge } from '../../language/fault-edges.ts';
import { PROMISE_BARRED, PROMISE_DECLINED } from '../../language/promise-answers.ts';
import type { EdgesOf } from '../plan-setup.ts';
import { keep, type Seen } from './act.ts';

export interface Promised {
  readonly element: ElementId;
}

export const promiseGuards = {
  isBarred: ({ event }: Seen) => event.type === 'promises.told' && event.barred !== null,
  /** The fault that just came leads along this edge. */
  failsInto: ({ event }: Seen, { edges, edge }: { edges: EdgesOf; edge: FaultEdge }) =>
    'fault' in event && event.fault !== null && edges[event.fault as FaultCode] === edge,
};

export const promiseActions = {
  /** `unknown`: nobody could be asked, and the office looks itself. */
  keepStanding: keep<Promised>(({ context, event }, { element }) => ({
    standings: { ...context.standings, [element]: event.type === 'promises.told' ? 'clear' : 'unknown' },
    barred: null,
    fault: null,
  })),
  barPromise: keep<Promised>(({ context, event }, { element }) => ({
    standings: { ...context.standings, [element]: 'barred' },
    answers: { ...context.answers, [element]: PROMISE_BARRED },
    barred: event.type === 'promises.told' ? event.barred : null,
    fault: null,
  })),
  declinePromise: keep<Promised>(({ context }, { element }) => ({
    answers: { ...context.answers, [element]: PROMISE_DECLINED },
    refused: null,
  })),
};
