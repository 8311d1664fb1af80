/** Asks elsewhere for what the citizen's own card opens. Without a line that is told at once. */
import type { Lookup } from '#contract/lookup.ts';
import type { PlanActivity } from '../../compile/page.ts';
import type { PlanContext } from '../../compile/plan-context.ts';
import { wantedOf } from '../../language/source.ts';
import type { Content } from '../../release/content.ts';
import { contextOf } from '../visit.ts';
import { type ActivityTools, nothingToStop, type Stop } from './activity.ts';

type LookUp = Extract<PlanActivity, { kind: 'lookUp' }>;

export function lookUp({ lookup, timeoutMs }: LookUp, { ports, visit, report, crash }: ActivityTools): Stop {
  if (visit.plan === null) throw new Error('looking up outside a plan');
  if (ports.lookup === null) {
    report({ type: 'lookup.failed', fault: 'hub.away' });
    return nothingToStop;
  }
  ports.lookup
    .find(questionOf(lookup, contextOf(visit.plan), ports.content), { timeoutMs })
    .then((found) => {
      if (!found.ok) report({ type: 'lookup.failed', fault: found.fault });
      else if (found.value.lookup === 'progress' && lookup === 'progress')
        report({ type: 'lookup.found', cases: found.value.cases });
      else if (found.value.lookup === 'source' && found.value.source === lookup)
        report({ type: 'source.found', source: found.value.source, found: found.value.found });
      // An answer to something else is no answer.
      else report({ type: 'lookup.failed', fault: 'hub.refused' });
    })
    .catch(crash);
  return nothingToStop;
}

/** Throws without a card, and for a source that isn't in the release: the gate lets no such plan pass. */
function questionOf(lookup: LookUp['lookup'], { card, answers }: PlanContext, { sources }: Content): Lookup {
  if (card === null) throw new Error(`looking up ${lookup} without a card`);
  const { idNumber } = card;
  if (lookup === 'progress') return { lookup: 'progress', idNumber };
  const source = sources[lookup];
  if (source === undefined) throw new Error(`no source ${lookup} in this release`);
  const sent = Object.fromEntries(
    source.sends.flatMap((id) => (answers[id] === undefined ? [] : [[id, String(answers[id])] as const])),
  );
  return { lookup: 'source', source: lookup, connector: source.connector, idNumber, sent, wanted: wantedOf(source) };
}
