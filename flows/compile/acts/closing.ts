/** From the submission to the end: numbers, the receipt, the rating, and what is kept with each. */
import type { ServiceId } from '#contract/ids.ts';
import type { RecordBody } from '#contract/record.ts';
import type { StepOf } from '../../language/step.ts';
import type { PlanParts } from '../plan-setup.ts';
import { servicesNow } from '../takers.ts';
import { keep, type Seen } from './act.ts';

export const closingGuards = {
  mayPrintAgain: ({ context }: Seen, { edges }: { edges: StepOf<'receipt'>['faults'] }) =>
    context.print?.outcome === 'failed' && context.print.fault !== null && edges[context.print.fault] === 'retry',
  isRatingOf: ({ context, event }: Seen, { service }: { service: ServiceId }) =>
    event.type === 'rate' && event.service === service && context.cases.some((row) => row.service === service),
};

export function closingActions({ plan }: PlanParts) {
  return {
    keepCases: keep(({ context, event }) => {
      if (event.type !== 'numbers.reserved') return {};
      const cases = servicesNow(plan, context).flatMap((service, index) => {
        const caseNumber = event.caseNumbers[index];
        return caseNumber === undefined ? [] : [{ service: service.id, caseNumber }];
      });
      return { cases, submittedAt: event.at };
    }),
    keepPrint: keep(({ event }) =>
      event.type === 'print.ended'
        ? { print: { outcome: event.outcome, fault: event.fault } }
        : { print: { outcome: 'unconfirmed' as const, fault: null } },
    ),
    clearPrint: keep(() => ({ print: null })),
    /** Never runs: the runner takes `bodies` from the transition and commits them with the snapshot. */
    record: (_seen: Seen, _params: { bodies: readonly RecordBody[] }) => {},
  };
}
