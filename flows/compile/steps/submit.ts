/** The step `submit`, the commit point: case numbers first, then the cases and the snapshot in one transaction. */
import { askedNow } from '../asked.ts';
import { papersNow } from '../papers.ts';
import type { PlanParts, PlanState } from '../plan-setup.ts';
import type { PlanStep } from '../plan.ts';
import { caseRecords } from '../records.ts';
import { stopIndex } from '../stops.ts';
import { waysForward } from '../ways.ts';

export function submitState(parts: PlanParts, step: PlanStep): PlanState {
  const index = stopIndex(parts.stops, step);
  const { plan, stops, elements, materials, rules, runsAt } = parts;
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
            guard: 'enoughNumbers',
            target: `#plan.${step.id}.kept`,
            actions: [
              {
                type: 'record',
                params: ({ context, event }) => {
                  const asked = askedNow(stops, elements, rules, context);
                  // The review let nobody pass without a card and answers that can be told.
                  const papers = papersNow(stops, rules, context);
                  if (context.card === null || !asked.ok || !papers.ok)
                    throw new RangeError('submitting without a card or answers');
                  const citizen = { card: context.card, context, asked: asked.value, papers: papers.value };
                  const words = { elements, materials };
                  return { bodies: caseRecords(plan, runsAt, words, citizen, event.caseNumbers, event) };
                },
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
