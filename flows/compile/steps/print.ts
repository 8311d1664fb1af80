/** The step `print`: a proof on A4. Its code is known to the hub before any paper is out; printed once, whatever becomes of it. */
import type { PlanContext } from '../plan-context.ts';
import type { PlanEvent } from '../plan-events.ts';
import type { PlanParts, PlanState } from '../plan-setup.ts';
import { type PlanStep, stepOf } from '../plan.ts';
import { issuedRecord, printedRecord } from '../proof-records.ts';
import { stopIndex } from '../stops.ts';
import { waysBack, waysForward } from '../ways.ts';

export function printState(parts: PlanParts, step: PlanStep): PlanState {
  const index = stopIndex(parts.stops, step);
  const source = stepOf(parts.plan, step.id, 'print');
  const [taker] = step.takers;
  if (taker === undefined) throw new RangeError(`step ${step.id} is for no service`);
  const path = `#plan.${step.id}` as const;
  const page = { kind: 'print' as const, step: step.id };
  const params = { step: step.id };
  const timeoutMs = source.timeLimitSeconds * 1000;
  const ended = (outcome: 'unconfirmed' | null) => ({
    type: 'record' as const,
    params: ({ context, event }: { context: PlanContext; event: PlanEvent }) => ({
      bodies: printedRecord(context, step.id, outcome, event),
    }),
  });
  return {
    initial: 'offered',
    states: {
      offered: {
        meta: { page: { ...page, phase: 'offered' } },
        on: {
          next: [{ guard: { type: 'cannotWrite', params }, target: '#plan.fault' }, { target: `${path}.issuing` }],
          decline: `${path}.left`,
          back: waysBack(parts, index),
        },
      },
      issuing: {
        tags: 'working',
        meta: { page: { ...page, phase: 'printing' }, activity: { kind: 'issueProof', step: step.id } },
        on: {
          'proof.issued': {
            target: `${path}.printing`,
            actions: [
              {
                type: 'record',
                params: ({ event }) => ({ bodies: [issuedRecord(parts, source, taker.service, event)] }),
              },
              { type: 'keepProof', params },
            ],
          },
          // No printer for it: the citizen is told so, and what to do instead.
          'proof.ended': { target: `${path}.told`, actions: { type: 'endProof', params } },
        },
      },
      printing: {
        tags: 'working',
        meta: { page: { ...page, phase: 'printing' }, activity: { kind: 'printProof', step: step.id, timeoutMs } },
        on: {
          'proof.ended': { target: `${path}.told`, actions: [ended(null), { type: 'endProof', params }] },
          // Nobody can know what came out before the process died: never repeated by itself (law 1).
          recovered: { target: `${path}.told`, actions: [ended('unconfirmed'), { type: 'endProof', params }] },
        },
      },
      told: {
        meta: { page: { ...page, phase: 'told' } },
        on: {
          next: `${path}.left`,
          retry: {
            guard: { type: 'mayProveAgain', params: { step: step.id, edges: source.faults } },
            target: `${path}.issuing`,
          },
        },
      },
      left: { always: waysForward(parts, index) },
    },
  };
}
