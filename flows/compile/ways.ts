/** The transitions out of a stop: forward over the steps that don't apply, back to the last that does. */
import { isHandout } from '../notice/handout.ts';
import type { PlanParts } from './plan-setup.ts';
import { stopsBefore, type Stop } from './stops.ts';

const FAULT = '#plan.fault' as const;
const DONE = '#plan.done' as const;
const LEFT = '#plan.left' as const;

/** Stops in order of preference as guarded transitions; the first that is always taken ends the list. */
function candidates(from: Stop | undefined, stops: readonly Stop[], otherwise: `#plan.${string}` | null) {
  // Only at a question can somebody be who came to change one answer; elsewhere the context need not be copied.
  const leaving = typeof from?.element === 'string' ? { actions: 'stopEditing' as const } : {};
  const ways = [];
  for (const { target, always, takers, decides } of stops) {
    if (always) return [...ways, { target, ...leaving }];
    const params = { takers, decides };
    if (takers.some(({ when }) => when !== null))
      ways.push({ guard: { type: 'cannotTell' as const, params }, target: FAULT });
    ways.push({ guard: { type: 'isWanted' as const, params }, target, ...leaving });
  }
  return otherwise === null ? ways : [...ways, { target: otherwise, ...leaving }];
}

export function waysForward(parts: PlanParts, index: number) {
  return candidates(parts.stops[index], parts.stops.slice(index + 1), DONE);
}

/** From the first stop, back leaves the plan while nothing would be lost. */
export function waysBack(parts: PlanParts, index: number) {
  const before = stopsBefore(parts.stops, index);
  if (before.length > 0) return candidates(parts.stops[index], before, null);
  if (index !== 0) return [];
  // What was said for a list of papers is said again in a moment.
  return isHandout(parts.plan.mode) ? [{ target: LEFT }] : [{ guard: 'hasNothingToLose' as const, target: LEFT }];
}

/** After a page was done: whoever came from the review to change one answer goes to what that left open, else to the review again. */
export function waysAfterAnswer(parts: PlanParts, index: number) {
  const review = parts.stops.slice(index + 1).find(({ kind }) => kind === 'review');
  const onward = waysForward(parts, index);
  if (review === undefined) return onward;
  return [{ guard: 'isEditing' as const, target: `${review.target}.incomplete` as const }, ...onward];
}

/**
 * One of several services is left out at a stop, before anything is submitted: the citizen stays `here` where a service
 * that goes on wants the stop, and goes on where none does.
 */
export function waysWithout(
  parts: PlanParts,
  index: number,
  step: { readonly path: `#plan.${string}`; readonly here: string },
  onward: typeof waysForward | typeof waysAfterAnswer,
) {
  const stop = parts.stops[index];
  if (stop === undefined || parts.plan.services.length < 2) return { on: {}, states: {} };
  const params = { takers: stop.takers, decides: stop.decides };
  const target = `${step.path}.without` as const;
  return {
    on: { removeFromCart: { guard: 'mayRemove' as const, target, actions: 'removeService' as const } },
    states: {
      without: {
        always: [
          { guard: { type: 'cannotTell' as const, params }, target: FAULT },
          { guard: { type: 'isWanted' as const, params }, target: `${step.path}.${step.here}` as const },
          ...onward(parts, index),
        ],
      },
    },
  };
}
