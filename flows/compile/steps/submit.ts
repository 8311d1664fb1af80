/** The step `submit`, the commit point: case numbers first, then the cases and the snapshot in one transaction. */
import type { PlanParts, PlanState } from '../plan-setup.ts';
import type { PlanStep } from '../plan.ts';
import { caseRecords } from '../case-records.ts';
import { stopIndex } from '../stops.ts';
import { waysForward } from '../ways.ts';

export function submitState(parts: PlanParts, step: PlanStep): PlanState {
  const index = stopIndex(parts.stops, step);
  // Whoever practises submits nothing: no number is taken and no record is made.
  if (parts.plan.mode.kind === 'practise') return { always: waysForward(parts, index) };
  return {
    initial: 'numbering',
    states: {
      numbering: {
        tags: 'working',
        meta: {
          page: { kind: 'submit', step: step.id },
          activity: { kind: 'reserveNumbers' },
        },
        on: {
          'numbers.reserved': {
            target: `#plan.${step.id}.kept`,
            actions: [
              {
                type: 'record',
                params: ({ context, event }) => ({ bodies: caseRecords(parts, context, event.caseNumbers, event) }),
              },
              'keepCases',
            ],
          },
        },
      },
      kept: { always: waysForward(parts, index) },
    },
  };
}
