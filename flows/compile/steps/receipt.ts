/** The step `receipt`: printed once; whatever becomes of the paper, the case number is on the screen. */
import type { PlanContext } from '../plan-context.ts';
import type { PlanEvent } from '../plan-events.ts';
import type { PlanParts, PlanState } from '../plan-setup.ts';
import { type PlanStep, stepOf } from '../plan.ts';
import { receiptRecord } from '../records.ts';
import { stopIndex } from '../stops.ts';
import { waysForward } from '../ways.ts';

export function receiptState(parts: PlanParts, step: PlanStep): PlanState {
  const index = stopIndex(parts.stops, step);
  if (parts.plan.mode.kind === 'practise')
    return { meta: { page: { kind: 'practiseEnd', step: step.id } }, on: { next: waysForward(parts, index) } };
  const { timeLimitSeconds, faults } = stepOf(parts.plan, step.id, 'receipt');
  const path = `#plan.${step.id}` as const;
  const page = { kind: 'receipt' as const, step: step.id };
  const unconfirmed = {
    type: 'record' as const,
    params: ({ context, event }: { context: PlanContext; event: PlanEvent }) => ({
      bodies: [receiptRecord(context, 'unconfirmed', event)],
    }),
  };
  return {
    initial: 'printing',
    states: {
      printing: {
        tags: 'working',
        meta: { page, activity: { kind: 'printReceipt', timeoutMs: timeLimitSeconds * 1000 } },
        on: {
          'print.ended': {
            target: `${path}.told`,
            actions: [
              {
                type: 'record',
                params: ({ context, event }) => ({ bodies: [receiptRecord(context, event.outcome, event)] }),
              },
              'keepPrint',
            ],
          },
          // Nobody can know what came out before the process died: never repeated by itself (law 1).
          recovered: { target: `${path}.told`, actions: [unconfirmed, 'keepPrint'] },
          next: { target: `${path}.notAwaited`, actions: [unconfirmed, 'keepPrint'] },
        },
      },
      notAwaited: { always: waysForward(parts, index) },
      told: {
        meta: { page },
        on: {
          next: waysForward(parts, index),
          retry: {
            guard: { type: 'mayPrintAgain', params: { edges: faults } },
            target: `${path}.printing`,
            actions: 'clearPrint',
          },
        },
      },
    },
  };
}
