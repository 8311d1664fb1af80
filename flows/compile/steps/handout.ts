/** The last page of a handout: read, printed as often as the citizen likes, and left again. */
import type { Handout } from '../../notice/handout.ts';
import type { PlanParts, PlanState } from '../plan-setup.ts';
import type { PlanStep } from '../plan.ts';
import { stopIndex } from '../stops.ts';
import { waysBack } from '../ways.ts';

/** Some pages on a slow printer. */
const PRINTING_MS = 90_000;

export function handoutState(parts: PlanParts, step: PlanStep): PlanState {
  const index = stopIndex(parts.stops, step);
  const path = `#plan.${step.id}` as const;
  const kind = step.kind as Handout['kind'];
  const page = { kind, step: step.id };
  return {
    initial: 'reading',
    states: {
      reading: {
        meta: { page: { ...page, phase: 'reading' } },
        on: {
          next: '#plan.left',
          back: waysBack(parts, index),
          print: { target: `${path}.printing`, actions: 'clearPrint' },
        },
      },
      printing: {
        tags: 'working',
        meta: {
          page: { ...page, phase: 'printing' },
          activity: { kind: 'printHandout', handout: kind, timeoutMs: PRINTING_MS },
        },
        on: {
          'print.ended': { target: `${path}.reading`, actions: 'keepPrint' },
          // Nobody can know what came out before the process died: never repeated by itself (law 1).
          recovered: { target: `${path}.reading`, actions: 'keepPrint' },
        },
      },
    },
  };
}
