/** What doing services together saves: questions and steps counted on the plans themselves. */
import type { Service } from '../language/service.ts';
import type { Content } from '../release/content.ts';
import { mergeSteps } from './merge-steps.ts';
import type { PlanStep } from './plan.ts';

export interface Savings {
  /** Of the merged path, at most: a question may fall away by its condition. */
  readonly questions: number;
  readonly minutes: number;
  /** Against doing each alone. */
  readonly saved: { readonly questions: number; readonly steps: number };
}

const questionsIn = (steps: readonly PlanStep[]): number => steps.flatMap((step) => step.elements).length;
/** Places where the citizen stops: a page per question and per rating; submitting has none. */
const stepsIn = (steps: readonly PlanStep[]): number =>
  steps.reduce((sum, { kind, elements, takers }) => {
    if (kind === 'submit') return sum;
    if (kind === 'ask') return sum + elements.length;
    return sum + (kind === 'rate' ? takers.length : 1);
  }, 0);

/** The order of `services` doesn't matter; at least one. */
export function savingsOf(services: readonly Service[], content: Content): Savings {
  const sorted = services.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const merged = mergeSteps(sorted, content);
  const alone = services.map((service) => mergeSteps([service], content));
  const sum = (count: (steps: readonly PlanStep[]) => number): number =>
    alone.reduce((total, steps) => total + count(steps), 0);
  const minutes = services.reduce((total, service) => total + service.minutes, 0);
  return {
    questions: questionsIn(merged),
    // Time goes with steps; never less than a minute.
    minutes: Math.max(1, Math.round((minutes * stepsIn(merged)) / sum(stepsIn))),
    saved: { questions: sum(questionsIn) - questionsIn(merged), steps: sum(stepsIn) - stepsIn(merged) },
  };
}
