/** The step `scan`: one page for each paper; pages are taken, replaced and removed, or the paper is brought later. */
import type { MaterialId } from '#contract/ids.ts';
import type { PlanParts, PlanState } from '../plan-setup.ts';
import { type PlanStep, stepOf } from '../plan.ts';
import { stopIndex } from '../stops.ts';
import { waysAfterAnswer, waysBack, waysForward, waysWithout } from '../ways.ts';

/** For all pages together: two of small print on a slow machine; whoever waits longer types faster. */
const READING_MS = 20_000;

function paperState(parts: PlanParts, step: PlanStep, material: MaterialId): PlanState {
  const index = stopIndex(parts.stops, step, material);
  const { faults } = stepOf(parts.plan, step.id, 'scan');
  const path = `#plan.${step.id}.${material}` as const;
  const params = { material };
  const without = waysWithout(parts, index, { path, here: 'capturing' }, waysAfterAnswer);
  const mayDefer = typeof parts.materials[material]?.deferrableWorkdays === 'number';
  const fields = Object.values(parts.materials[material]?.recipe?.fields ?? {});
  // Read only where a question is answered by it.
  const reads = fields.some((field) => field.answers !== undefined);
  const page = { kind: 'scan' as const, step: step.id, material };
  if (parts.plan.mode.kind === 'practise') return practisedPaper(parts, step, material);
  return {
    initial: 'capturing',
    on: {
      back: waysBack(parts, index),
      ...(mayDefer ? { defer: { target: `${path}.given` as const, actions: { type: 'deferMaterial', params } } } : {}),
      ...without.on,
    },
    states: {
      capturing: {
        meta: { page: { ...page, phase: 'capturing' } },
        on: {
          'page.taken': { guard: { type: 'takesPage', params }, actions: { type: 'keepPage', params } },
          removePage: { guard: { type: 'hasPage', params }, actions: { type: 'dropPage', params } },
          next: { guard: { type: 'hasPages', params }, target: reads ? `${path}.reading` : `${path}.given` },
          'camera.failed': { target: `${path}.trouble`, actions: 'keepFault' },
        },
      },
      trouble: {
        meta: { page: { ...page, phase: 'trouble' } },
        exit: 'clearFault',
        on: {
          retry: { guard: { type: 'mayRetry', params: { edges: faults } }, target: `${path}.capturing` },
        },
      },
      reading: {
        tags: 'working',
        meta: {
          page: { ...page, phase: 'reading' },
          activity: { kind: 'readPages', material, timeoutMs: READING_MS },
        },
        on: { 'pages.read': { target: `${path}.given`, actions: { type: 'keepRead', params } } },
      },
      given: { always: waysAfterAnswer(parts, index) },
      ...without.states,
    },
  };
}

/** No camera: what would be done is told, and nothing is taken. */
function practisedPaper(parts: PlanParts, step: PlanStep, material: MaterialId): PlanState {
  const index = stopIndex(parts.stops, step, material);
  const path = `#plan.${step.id}.${material}` as const;
  const without = waysWithout(parts, index, { path, here: 'capturing' }, waysForward);
  return {
    initial: 'capturing',
    on: { back: waysBack(parts, index), ...without.on },
    states: {
      capturing: {
        meta: { page: { kind: 'practiseScan', step: step.id, material } },
        on: { next: waysForward(parts, index) },
      },
      ...without.states,
    },
  };
}

export function scanState(parts: PlanParts, step: PlanStep): PlanState {
  const [first] = step.materials;
  if (first === undefined) throw new RangeError(`step ${step.id} takes no paper`);
  return {
    initial: first,
    states: Object.fromEntries(step.materials.map((material) => [material, paperState(parts, step, material)])),
  };
}
