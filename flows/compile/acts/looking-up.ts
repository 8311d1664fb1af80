/** Data from elsewhere: kept as it came, with the answers it gives. */
import type { SourceId } from '#contract/ids.ts';
import type { PlanParts } from '../plan-setup.ts';
import { prefilled } from '../prefilled.ts';
import { keep, keepAskingAnew, type Seen } from './act.ts';

export const lookingUpGuards = {
  /** It comes from the source that this step asks. */
  isFrom: ({ event }: Seen, { source }: { source: SourceId }) =>
    event.type === 'source.found' && event.source === source,
};

export function lookingUpActions(parts: PlanParts) {
  return {
    keepFound: keep(({ event }) => (event.type === 'lookup.found' ? { found: [...event.cases], fault: null } : {})),
    /** What was asked of it before, and answered by what came then, is answered anew. */
    keepData: keepAskingAnew(parts)(({ context, event }) => {
      if (event.type !== 'source.found') return {};
      const data = { ...context.data, [event.source]: { at: event.at, found: event.found } };
      return { data, fault: null, ...prefilled(parts, { ...context, data }) };
    }),
    /** Nobody answered, and the flow goes on without it: rules then see a source that has nothing. */
    keepNoData: keepAskingAnew(parts)<{ source: SourceId }>(({ context, event }, { source }) => {
      const data = { ...context.data, [source]: { at: event.at, found: null } };
      return { data, fault: null, ...prefilled(parts, { ...context, data }) };
    }),
  };
}
