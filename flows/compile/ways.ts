/** The transitions out of a stop: forward over the steps that don't apply, back to the last that does. */
import type { PlanParts } from './plan-setup.ts';
import { stopsBefore, type Stop } from './stops.ts';

const FAULT = '#plan.fault' as const;
const DONE = '#plan.done' as const;
const LEFT = '#plan.left' as const;

/** Stops in order of preference as guarded transitions; the first without a condition ends the list. */
function candidates(stops: readonly Stop[], otherwise: `#plan.${string}` | null) {
  const ways = [];
  for (const { target, when } of stops) {
    if (when === null) return [...ways, { target, actions: 'stopEditing' as const }];
    ways.push(
      { guard: { type: 'cannotTell' as const, params: { when } }, target: FAULT },
      { guard: { type: 'holds' as const, params: { when } }, target, actions: 'stopEditing' as const },
    );
  }
  return otherwise === null ? ways : [...ways, { target: otherwise, actions: 'stopEditing' as const }];
}

export function waysForward(parts: PlanParts, index: number) {
  return candidates(parts.stops.slice(index + 1), DONE);
}

/** From the first stop, back leaves the plan while nothing would be lost. */
export function waysBack(parts: PlanParts, index: number) {
  const before = stopsBefore(parts.stops, index);
  if (before.length > 0) return candidates(before, null);
  return index === 0 ? [{ guard: 'hasNothingToLose' as const, target: LEFT }] : [];
}

/** After one answer was changed: to the next question that has none now, else straight to the review again. */
export function waysAfterAnswer(parts: PlanParts, index: number) {
  const later = parts.stops.slice(index + 1);
  const review = later.find((stop) => stop.kind === 'review');
  if (review === undefined) return waysForward(parts, index);
  const unanswered = later.flatMap(({ element, target }) =>
    element === null ? [] : [{ guard: { type: 'lacks' as const, params: { element } }, target }],
  );
  const backToReview = { guard: 'isEditing' as const, target: review.target, actions: 'stopEditing' as const };
  return [...unanswered, backToReview, ...waysForward(parts, index)];
}
